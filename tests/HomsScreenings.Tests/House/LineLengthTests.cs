using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.House;

/// <summary>Lines of code end by column 140, as .editorconfig says; only a text that may not be cut is longer.</summary>
public sealed partial class LineLengthTests
{
    const int Max = 140, MaxBesideText = 60;

    [Fact]
    public void Lines_end_by_column_140() =>
        Assert.Empty(
            new[] { "src", "migrations", "tests" }.SelectMany(folder => Sources.In(folder)).Where(f => !Generated().IsMatch(f.Path))
            .SelectMany(f => f.Lines.Where(line => IsTooLong(line.Text)).Select(line => $"{f.Path}:{line.Number}")));

    [Theory]
    [InlineData("    var one = ", 0, false)]
    [InlineData("    var one = ", 150, false)]
    [InlineData("    var one = AndTheOther(OfAll(TheThings(ThatCould(StandHere(AndBeLong)))), ", 150, true)]
    public void A_long_text_alone_on_its_line_is_no_long_line(string before, int text, bool isTooLong) =>
        Assert.Equal(isTooLong, IsTooLong($"{before}\"{new string('x', text)}\";"));

    static bool IsTooLong(string line) =>
        line.Length > Max && (!Text().IsMatch(line) || Text().Replace(line, "").Trim().Length > MaxBesideText);

    // What EF Core writes.
    [GeneratedRegex(@"^migrations/.*(\d{14}_|Snapshot)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generated();

    // A string, raw or not.
    [GeneratedRegex(@"[$@]*(""{3}.*?""{3}|""(\\.|[^""\\])*"")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text();
}
