using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.House;

public sealed partial class FloorTests
{
    public static TheoryData<string> Projects => ["library", "web"];

    static Floors Of(string project) => project == "library" ? Floors.OfLibrary : Floors.OfWeb;

    [Theory, MemberData(nameof(Projects))]
    public void A_folder_knows_lower_floors_only(string project)
    {
        var floors = Of(project);
        var references = Reference.In(floors);
        Assert.True(references.Count > 100);
        Assert.Empty(
            references.Where(r => IsUpward(floors, r))
                .Select(r => $"{r.Path}:{r.Line}: {r.From} names {r.To}, which is not on a lower floor."));
    }

    [Theory]
    [InlineData("library", "Model", "Storage")]
    [InlineData("library", "Calendars", "Feeds")]
    [InlineData("library", "Bookings", "Bookings/Guests")]
    [InlineData("web", "Site", "Hosting")]
    [InlineData("web", "Pages/Organise/Films", "Endpoints")]
    public void What_is_not_on_a_lower_floor_is_found(string project, string from, string to) =>
        Assert.True(IsUpward(Of(project), new("", 0, from, to)));

    [Theory]
    [InlineData("library", "Storage", "Model")]
    [InlineData("library", "Bookings/Guests", "Bookings")]
    [InlineData("web", "Pages/Films", "Pages/Shared")]
    public void What_is_on_a_lower_floor_or_the_same_folder_may_be_known(string project, string from, string to) =>
        Assert.False(IsUpward(Of(project), new("", 0, from, to)));

    [Theory, MemberData(nameof(Projects))]
    public void Every_folder_has_a_floor_and_every_floor_its_folders(string project)
    {
        var floors = Of(project);
        var folders = Sources.In(floors.Folder).Select(floors.FolderOf).Distinct(StringComparer.Ordinal).ToList();
        Assert.DoesNotContain(folders, folder => floors.Of(folder) is null);
        Assert.DoesNotContain(floors.Rows.SelectMany(row => row),
            row => !folders.Exists(f => f == row || f.StartsWith(row + "/", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_file_declares_the_namespace_of_its_folder(string project)
    {
        var floors = Of(project);
        Assert.Empty(Sources.In(floors.Folder).Where(f => Namespace().Match(f.Text) is { Success: true } match
            && match.Groups["name"].Value != (floors.FolderOf(f) is "." ? floors.Namespace
                : $"{floors.Namespace}.{floors.FolderOf(f).Replace('/', '.')}")).Select(f => f.Path));
    }

    [Theory, MemberData(nameof(Projects))]
    public void The_architecture_draws_these_floors(string project) =>
        Assert.Contains($"```\n{Of(project).Drawing}\n```", File.ReadAllText(Path.Combine(Sources.Root, "docs/architecture.md")),
            StringComparison.Ordinal);

    [Fact]
    public void No_folder_holds_more_than_a_sixth_of_the_library()
    {
        var folders = Sources.In(Floors.OfLibrary.Folder).GroupBy(f => Floors.OfLibrary.FolderOf(f).Split('/')[0])
            .Select(g => (Folder: g.Key, Lines: g.Sum(f => f.FilledLines))).ToList();
        var all = folders.Sum(f => f.Lines);
        Assert.DoesNotContain(folders, f => f.Lines * 6 > all);
    }

    static bool IsUpward(Floors floors, Reference reference) =>
        floors.Of(reference.From) is { } from && floors.Of(reference.To) is { } to && from.Folder != to.Folder && to.Floor >= from.Floor;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000)]
    private static partial Regex Namespace();
}
