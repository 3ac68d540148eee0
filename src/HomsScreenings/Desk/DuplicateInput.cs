using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Text;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>
/// One line of a list of dates: '2026-12-01 19:30', '2026-12-01' without a time, or with 'first' or 'second' where clocks show it twice.
/// </summary>
public sealed record DateLine(LocalDate Date, LocalTime? Time, bool SecondTime);

/// <summary>The dates to which a screening is to be copied, one a line, as somebody types them.</summary>
public sealed class DuplicateInput : IAsksAboutDates
{
    public const int MaxLines = 20;

    /// <summary>The beginning of the copies' UIDs: sent twice, the same form makes each copy once.</summary>
    [RegularExpression("[0-9a-f-]{36}", ErrorMessage = "This form is damaged; open it again.")]
    public string? Uid { get; set; }

    [Display(Name = "Dates"), DataType(DataType.MultilineText), Required(ErrorMessage = "Write at least one date.")]
    public string? Dates { get; set; }

    public string? AskedAbout { get; set; }

    /// <summary>Reads the lines for a place with these clocks.</summary>
    /// <param name="timeZone">The zone of the place.</param>
    /// <param name="problems">A sentence for each line that is not understood.</param>
    public IReadOnlyList<DateLine> Read(string timeZone, out IReadOnlyList<string> problems)
    {
        var (lines, wrong) = (new List<DateLine>(), new List<string>());
        var zone = Zones.Get(timeZone);
        foreach (var (text, number) in (Dates ?? "").Split('\n').Select((line, i) => (line.Trim(), i + 1)).Where(l => l.Item1.Length > 0))
        {
            var (line, problem) = ReadLine(text, zone);
            if (line is not null && lines.Contains(line)) problem = $"'{text}' stands here twice.";
            if (problem is not null) wrong.Add($"Line {number}: {problem}");
            else lines.Add(line!);
        }
        if (lines.Count + wrong.Count > MaxLines) wrong.Add($"At most {MaxLines} dates at once.");
        problems = wrong;
        return lines;
    }

    static (DateLine? Line, string? Problem) ReadLine(string text, DateTimeZone zone)
    {
        var words = text.PlainFigures().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        TimeOnly time = default;
        if (words.Length > 3
            || !DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || (words.Length > 1 && !TimeOnly.TryParseExact(words[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            || (words.Length > 2 && words[2] is not ("first" or "second")))
            return (null, $"'{text}' is not a date and time such as 2026-12-01 19:30.");
        var second = words.Length > 2 ? words[2] == "second" : (bool?)null;
        var day = LocalDate.FromDateOnly(date);
        if (!Years.Has(day)) return (null, $"'{text}' lies before the first film ever, or too far ahead.");
        if (words.Length == 1) return (new DateLine(day, null, false), null);
        var wall = new LocalTime(time.Hour, time.Minute);
        var problem = WallTimeWords.Problem(day, wall, zone, second);
        return problem is null ? (new DateLine(day, wall, second == true), null)
            : (null, second is null && WallTime.KindOf(day + wall, zone) == WallTimeKind.Twice
                ? $"{problem} Write 'first' or 'second' after it." : problem);
    }
}
