using System.IO.Enumeration;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HomsScreenings.Tests.House;

/// <summary>
/// The image is built from what .dockerignore lets through and the Dockerfile copies, and from nothing else: what is
/// missing there is noticed by nobody who builds from the repository.
/// </summary>
public sealed partial class ContainerBuildTests
{
    static readonly string[] Dockerfile = File.ReadAllLines(Path.Combine(Sources.Root, "Dockerfile"));
    static readonly string[] Ignored = File.ReadAllLines(Path.Combine(Sources.Root, ".dockerignore"));

    // What MSBuild, the compiler and its analyzers read by themselves in every folder above a project.
    static readonly string[] ReadByTheBuild =
        ["Directory.*.props", "Directory.*.targets", "global.json", ".editorconfig", ".globalconfig", "nuget.config", "*.ruleset"];

    [Fact]
    public void All_that_the_build_reads_at_the_top_is_copied_before_the_packages_are_restored()
    {
        var needed = Directory.EnumerateFiles(Sources.Root).Select(Path.GetFileName)
            .Where(name => Array.Exists(ReadByTheBuild, pattern => FileSystemName.MatchesSimpleExpression(pattern, name))).ToList();
        Assert.Contains(".editorconfig", needed);
        Assert.DoesNotContain(needed, file => !IsCopied(file!, before: "RUN dotnet restore"));
    }

    [Fact]
    public void All_projects_and_what_they_import_are_copied_before_the_packages_are_restored()
    {
        var projects = ProjectsOf("src/HomsScreenings.Web/HomsScreenings.Web.csproj").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(projects.Count >= 4);
        Assert.DoesNotContain(projects, file => !IsCopied(file, before: "RUN dotnet restore"));
    }

    [Theory, InlineData("src"), InlineData("migrations"), InlineData("data"), InlineData("wwwroot")]
    public void All_sources_are_copied_before_they_are_published(string folder)
    {
        var files = Sources.In(folder, "*").Select(f => f.Path).Where(f => !f.Contains("/App_Data/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => !IsCopied(file, before: "RUN dotnet publish"));
    }

    [Fact]
    public void Neither_history_nor_tests_nor_settings_of_a_machine_get_into_the_image() =>
        Assert.DoesNotContain(
            (string[])[".git/config", "tests/x.cs", "site.env", ".env", "src/A/bin/x.dll", "src/A/obj/x.cs", "src/A/App_Data/x.db"],
            file => IsInContext(file));

    [Fact]
    public void The_settings_of_development_are_not_published()
    {
        const string project = "src/HomsScreenings.Web/HomsScreenings.Web.csproj";
        var rules = XDocument.Load(Path.Combine(Sources.Root, project)).Descendants("Content")
            .Where(c => (string?)c.Attribute("CopyToPublishDirectory") == "Never").Select(c => (string?)c.Attribute("Update"));
        var settings = Directory.EnumerateFiles(Path.Combine(Sources.Root, Path.GetDirectoryName(project)!), "appsettings.*.json")
            .Select(Path.GetFileName).ToList();
        Assert.Contains("appsettings.Development.json", settings);
        Assert.Equal(settings, rules);
    }

    [Fact]
    public void What_is_not_let_through_is_found() =>
        Assert.False(IsInContext("README.md") || IsCopied("docs/architecture.md", before: "RUN dotnet publish"));

    static bool IsCopied(string file, string before) => IsInContext(file)
        && Dockerfile.TakeWhile(line => !line.StartsWith(before, StringComparison.Ordinal))
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1])
            .Any(copied => file == copied || file.StartsWith($"{copied}/", StringComparison.Ordinal));

    // The last line that speaks of a file or of a folder above it counts
    // (https://docs.docker.com/build/concepts/context/#dockerignore-files).
    static bool IsInContext(string file)
    {
        var isIn = true;
        foreach (var line in Ignored.Where(l => l.Length > 0 && !l.StartsWith('#')))
            if (IsMeant(line.TrimStart('!'), file)) isIn = line.StartsWith('!');
        return isIn;
    }

    static bool IsMeant(string pattern, string file)
    {
        var parts = file.Split('/');
        return pattern.StartsWith("**/", StringComparison.Ordinal)
            ? Array.Exists(parts, part => FileSystemName.MatchesSimpleExpression(pattern.AsSpan(3), part, ignoreCase: false))
            : FileSystemName.MatchesSimpleExpression(pattern, parts[0], ignoreCase: false);
    }

    static IEnumerable<string> ProjectsOf(string project)
    {
        yield return project;
        foreach (Match match in Reference().Matches(File.ReadAllText(Path.Combine(Sources.Root, project))))
        {
            var found = Path.GetRelativePath(Sources.Root,
                Path.GetFullPath(Path.Combine(Sources.Root, Path.GetDirectoryName(project)!,
                    match.Groups["path"].Value.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal))));
            foreach (var file in ProjectsOf(found)) yield return file;
        }
    }

    [GeneratedRegex("<(?:ProjectReference Include|Import Project)=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
