using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.House;

/// <summary>What the compiler cannot keep: read from the sources. docs/architecture.md gives the reasons.</summary>
public sealed class HouseRules
{
    static IEnumerable<string> Offenders(string folder, string forbidden, Func<string, bool>? except = null, string pattern = "*.cs") =>
        Sources.In(folder, pattern)
        .Where(s => except?.Invoke(s.Path) != true && Regex.IsMatch(s.Text, forbidden, RegexOptions.None, TimeSpan.FromSeconds(10)))
        .Select(s => s.Path);

    [Fact]
    public void Nobody_asks_the_machine_for_the_time() =>
        Assert.Empty(Offenders("src", @"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|SystemClock\.Instance"));

    [Fact]
    public void Only_the_storage_set_up_knows_which_database_there_is() =>
        Assert.Empty(
            Offenders("src", @"Npgsql|Microsoft\.Data\.Sqlite|UseSqlite\b|UseNpgsql",
                path => path.EndsWith("Storage/StorageSetup.cs", StringComparison.Ordinal)));

    [Fact]
    public void Writers_know_no_database()
    {
        foreach (var writer in new[] { "Calendars", "Feeds" })
            Assert.Empty(Offenders($"src/HomsScreenings/{writer}", @"ScreeningsDb|EntityFrameworkCore"));
    }

    [Fact]
    public void Page_models_stay_short() =>
        Assert.Empty(Sources.In("src/HomsScreenings.Web/Pages", "*.cshtml.cs").Where(s => s.Text.Count(c => c == '\n') > 90)
            .Select(s => s.Path));

    [Fact]
    public void Pages_hold_no_inline_script_or_style() =>
        Assert.Empty(
            Offenders("src/HomsScreenings.Web/Pages", @"<style|\sstyle=|\son(click|load|change|submit)=|<script(?![^>]*\ssrc=)",
                pattern: "*.cshtml"));

    [Fact]
    public void Public_pages_hold_no_words_that_cannot_be_translated()
    {
        string[] desk = ["Organise/", "Account/", "Setup.cshtml", "Shared/_DeskLayout", "Shared/_Problems", "Shared/_Conflict"];
        var views = Sources.In("src/HomsScreenings.Web/Pages", "*.cshtml")
            .Where(v => !desk.Any(d => v.Path.Contains($"/Pages/{d}", StringComparison.Ordinal))).ToList();
        Assert.True(views.Count > 60);
        Assert.Empty(views.SelectMany(v => BareWords.In(v.Text).Select(words => $"{v.Path}: {words}")));
    }

    [Fact]
    public void Nothing_is_left_to_do() =>
        Assert.Empty(Offenders("src", @"\b(TODO|FIXME|HACK|XXX)\b").Concat(Offenders("migrations", @"\b(TODO|FIXME|HACK|XXX)\b")));
}
