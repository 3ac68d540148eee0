using System.Runtime.CompilerServices;

namespace HomsScreenings.Tests.House;

/// <summary>A source file of the project, for tests that read what the compiler cannot keep.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
/// <param name="Text">Its whole text.</param>
public sealed record SourceFile(string Path, string Text)
{
    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, i) => (i + 1, line));

    public int FilledLines => Lines.Count(line => !string.IsNullOrWhiteSpace(line.Text));
}

/// <summary>The sources as they lie in the repository.</summary>
public static class Sources
{
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../../.."));

    static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;

    /// <summary>All files below a folder whose names match, but not what the build makes.</summary>
    public static IEnumerable<SourceFile> In(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(f => new SourceFile(System.IO.Path.GetRelativePath(Root, f), File.ReadAllText(f)));
}
