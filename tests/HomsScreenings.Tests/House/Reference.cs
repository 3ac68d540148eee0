using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.House;

/// <summary>A place in a source file that names a folder of its own project.</summary>
public sealed partial record Reference(string Path, int Line, string From, string To)
{
    /// <summary>
    /// What the sources of a project name of one another's folders: by a using directive, or by a qualified name that
    /// begins with a folder and goes on with a type that is declared there.
    /// </summary>
    public static IReadOnlyList<Reference> In(Floors floors)
    {
        var files = new[] { "*.cs", "*.cshtml" }.SelectMany(pattern => Sources.In(floors.Folder, pattern)).ToList();
        var types = files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Declaration().Matches(f.Text).Select(m => (Folder: floors.FolderOf(f), Type: m.Groups["name"].Value)))
            .ToLookup(t => t.Folder, t => t.Type, StringComparer.Ordinal);
        var folders = types.Select(t => t.Key).Where(f => f != ".").ToDictionary(f => f.Replace('/', '.'), StringComparer.Ordinal);
        return [
            .. files.SelectMany(
                file =>
                    file.Lines.SelectMany(
                        line => Named(line.Text).Select(to => new Reference(file.Path, line.Number, floors.FolderOf(file), to))))];

        IEnumerable<string> Named(string line)
        {
            if (Using().Match(line) is { Success: true } directive)
                return Within(directive.Groups["name"].Value) is { } name && FolderIn(name) is { } folder ? [folder] : [];
            return Qualified().Matches(Comment().Replace(line, "")).Select(m => m.Value).Select(name => Within(name) ?? name)
                .Select(name => (Folder: FolderIn(name), Name: name))
                .Where(found => found.Folder is { } folder && found.Name.Length > folder.Length
                    && types[folder].Contains(found.Name[(folder.Length + 1)..].Split('.')[0]))
                .Select(found => found.Folder!);
        }

        string? Within(string name) =>
            name.StartsWith(floors.Namespace + ".", StringComparison.Ordinal) ? name[(floors.Namespace.Length + 1)..] : null;

        // The longest folder with which the name begins, with more behind it or not.
        string? FolderIn(string name) =>
            folders.Where(f => name == f.Key || name.StartsWith(f.Key + ".", StringComparison.Ordinal)).OrderByDescending(f => f.Key.Length)
            .Select(f => f.Value).FirstOrDefault();
    }

    [GeneratedRegex(@"^\s*@?(global )?using (static )?(\w+ = )?(?<name>[\w.]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.""])[A-Z]\w*(\.[A-Z]\w*)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)( struct| class)? (?<name>[A-Z]\w*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
