namespace HomsScreenings.Tests.House;

/// <summary>The folders of the tests are those of the sources, so that the test of a thing is found where the thing is.</summary>
public sealed class FolderTests
{
    // Pages are tested by what they do, not one by one; 'Properties' is what 'dotnet run' reads.
    static bool HasNone(string folder) => folder is "" or "Properties" || folder.StartsWith("Pages/", StringComparison.Ordinal);

    [Fact]
    public void Every_folder_has_its_tests()
    {
        var sources = new[] { "src/HomsScreenings/", "src/HomsScreenings.Web/" }.SelectMany(FoldersOf).Distinct(StringComparer.Ordinal);
        Assert.Empty(sources.Where(f => !HasNone(f)).Except(FoldersOf("tests/HomsScreenings.Tests/"), StringComparer.Ordinal));
    }

    static IEnumerable<string> FoldersOf(string project) =>
        Sources.In(project.TrimEnd('/')).Select(s => Path.GetDirectoryName(s.Path[project.Length..])!.Replace('\\', '/'))
            .Distinct(StringComparer.Ordinal);
}
