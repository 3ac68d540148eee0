using System.Text;
using FsCheck.Fluent;
using HomsScreenings.Text;

namespace HomsScreenings.Tests.Text;

public sealed class CsvTests
{
    [Fact]
    public void Every_cell_is_read_back_as_it_was_and_none_as_a_formula() => Holds.For(Typed.Any(40).ArrayOf(3).ArrayOf(2), rows =>
    {
        var written = Csv.Write(rows);
        Assert.Equal(Encoding.UTF8.Preamble, written.AsSpan(0, 3));
        var read = Read(Encoding.UTF8.GetString(written.AsSpan(3)));
        Assert.Equal(rows.Select(row => row.Select(Expected)), read);
        Assert.All(read.SelectMany(row => row).Where(cell => cell.Length > 0), cell => Assert.DoesNotContain(cell[0], "=+-@\t\r\n"));
    });

    // Half a surrogate pair has no bytes of its own.
    static string Expected(string cell) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(
        cell.Length > 0 && (cell[0] is '\t' or '\r' or '\n' || cell.TrimStart() is ['=' or '+' or '-' or '@', ..]) ? "'" + cell : cell));

    /// <summary>A reader by the grammar of RFC 4180, section 2.</summary>
    static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        for (var at = 0; at < text.Length;)
        {
            var row = new List<string>();
            do row.Add(Cell(text, ref at));
            while (text[at++] == ',');
            Assert.Equal("\r\n", text[(at - 1)..(at + 1)]);
            at++;
            rows.Add(row);
        }
        return rows;
    }

    static string Cell(string text, ref int at)
    {
        var cell = new StringBuilder();
        if (text[at] != '"')
        {
            while (text[at] is not (',' or '\r')) cell.Append(text[at++]);
            return cell.ToString();
        }
        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            if (text[at] == '"') at++;
            cell.Append(text[at]);
        }
        at++;
        return cell.ToString();
    }
}
