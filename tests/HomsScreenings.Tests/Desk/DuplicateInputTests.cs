using HomsScreenings.Desk;
using HomsScreenings.Tests.Pages.Organise;
using NodaTime;

namespace HomsScreenings.Tests.Desk;

public sealed class DuplicateInputTests
{
    static (IReadOnlyList<DateLine> Lines, IReadOnlyList<string> Problems) Read(string dates)
    {
        var lines = new DuplicateInput { Dates = dates }.Read("Europe/London", out var problems);
        return (lines, problems);
    }

    [Fact]
    public void A_line_is_a_date_with_or_without_a_time()
    {
        var (lines, problems) = Read("2026-12-01 19:30\n\n  2026-12-02  \n2026-10-25 01:30 second\n2026-10-25 01:30 first");
        Assert.Empty(problems);
        Assert.Equal(
        [
            new DateLine(new LocalDate(2026, 12, 1), new LocalTime(19, 30), false),
            new DateLine(new LocalDate(2026, 12, 2), null, false),
            new DateLine(new LocalDate(2026, 10, 25), new LocalTime(1, 30), true),
            new DateLine(new LocalDate(2026, 10, 25), new LocalTime(1, 30), false),
        ], lines);
    }

    [Theory]
    [InlineData("tomorrow", "Line 1: 'tomorrow' is not a date and time such as 2026-12-01 19:30.")]
    [InlineData("2026-02-30 19:30", "Line 1: '2026-02-30 19:30' is not a date and time such as 2026-12-01 19:30.")]
    [InlineData("2026-12-01 19:30\n2026-12-01 25:00", "Line 2: '2026-12-01 25:00' is not a date and time such as 2026-12-01 19:30.")]
    [InlineData("2026-12-01 19:30\n\n2026-12-01 19:30", "Line 3: '2026-12-01 19:30' stands here twice.")]
    [InlineData("2026-03-29 01:30",
        "Line 1: The clocks in Europe/London go forward on 29 March 2026, from 01:00 to 02:00, and skip 01:30: there is no such time.")]
    [InlineData("2026-10-25 01:30",
        "Line 1: The clocks in Europe/London go back on 25 October 2026, from 02:00 to 01:00, and show 01:30 twice: say whether the first or the second is meant. Write 'first' or 'second' after it.")]
    public void What_is_wrong_is_said_with_its_line(string dates, string problem) => Assert.Equal([problem], Read(dates).Problems);

    [Fact]
    public void At_most_twenty_at_once()
    {
        var days = Enumerable.Range(1, 21).Select(day => $"2026-12-{day:00} 19:30").ToList();
        Assert.Empty(Read(string.Join('\n', days.Take(20))).Problems);
        Assert.Equal(["At most 20 dates at once."], Read(string.Join('\n', days)).Problems);
    }
}
