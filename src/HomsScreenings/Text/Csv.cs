using System.Buffers;
using System.Text;

namespace HomsScreenings.Text;

/// <summary>
/// Writes a table for spreadsheets (RFC 4180), in UTF-8 with a byte order mark: without it the most common of them
/// takes Arabic for something else. A cell that a spreadsheet would take for a formula gets an apostrophe in front, and
/// one that spreadsheets of other countries would divide gets quotes.
/// </summary>
public static class Csv
{
    static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",;\t\r\n");

    public static byte[] Write(IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var harmless = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text[0] is '\t' or '\r' or '\n' ? $"'{text}" : text;
        return harmless.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
