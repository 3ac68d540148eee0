using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>A text that the sources say: by itself, or with a second form that goes with other numbers than one.</summary>
public sealed record SaidText(string English, string? Other, string File);

/// <summary>
/// Finds every T("…"), N(number, "…", "…"), H("…") and H(number, "…", "…") in C# and Razor, however it is broken into
/// lines and whatever stands in its other arguments; each may hold further calls.
/// </summary>
public static partial class SaidTexts
{
    static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    /// <summary>The files of all languages but English.</summary>
    public static IEnumerable<string> LanguageFiles =>
        Directory.EnumerateFiles(Path.Combine(Root, "src/HomsScreenings/Languages"), "*.po").Order(StringComparer.Ordinal);

    /// <summary>All that the site says, and calls whose text is no plain string, which nobody could translate.</summary>
    public static (IReadOnlyList<SaidText> Texts, IReadOnlyList<string> Unreadable) Everywhere()
    {
        var texts = new List<SaidText>();
        var unreadable = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories).Where(IsSource))
            In(File.ReadAllText(path), Path.GetRelativePath(Root, path), texts, unreadable);
        return (texts, unreadable);
    }

    /// <param name="source">C# or Razor.</param>
    /// <param name="file">What the source is called in the results.</param>
    public static void In(string source, string file, ICollection<SaidText> texts, ICollection<string> unreadable)
    {
        foreach (Match call in Call().Matches(source))
        {
            if (IsInComment(source, call.Index)) continue;
            var arguments = Arguments(source, call.Index + call.Length);
            if (arguments.Count == 0 || Declaration().IsMatch(arguments[0])) continue; // new T(), or the method itself
            var isCounted = call.Groups["name"].Value == "N" || (call.Groups["name"].Value == "H" && Literal(arguments[0]) is null);
            var (one, other) = isCounted ? (Literal(arguments.ElementAtOrDefault(1)), Literal(arguments.ElementAtOrDefault(2)))
                : (Literal(arguments[0]), null);
            if (one is null || (isCounted && other is null)) unreadable.Add($"{file}: {call.Value}{string.Join(", ", arguments)})");
            else texts.Add(new(one, other, file));
        }
    }

    static bool IsSource(string path) =>
        !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        && (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal));

    static bool IsInComment(string source, int at)
    {
        var line = source.AsSpan(source.LastIndexOf('\n', at) + 1);
        return line.TrimStart().StartsWith("//", StringComparison.Ordinal);
    }

    // Commas within strings, brackets and further calls part nothing.
    static List<string> Arguments(string source, int at)
    {
        var arguments = new List<string>();
        var (start, depth) = (at, 0);
        for (; at < source.Length; at++)
        {
            switch (source[at])
            {
                case '"': at = EndOfString(source, at); break;
                case '\'' when at + 2 < source.Length
                && (source[at + 2] == '\'' || source[at + 1] == '\\'):
                    at = source.IndexOf('\'', at + 2); break;
                case '(' or '[' or '{': depth++; break;
                case ',' when depth == 0: arguments.Add(source[start..at].Trim()); start = at + 1; break;
                case ')' when depth == 0:
                    if (source[start..at].Trim() is { Length: > 0 } last) arguments.Add(last);
                    return arguments;
                case ')' or ']' or '}': depth--; break;
                default: break;
            }
        }
        return arguments;
    }

    // An interpolated string may hold strings of its own in its braces.
    static int EndOfString(string source, int at)
    {
        var isInterpolated = at > 0 && source[at - 1] == '$';
        var braces = 0;
        for (at++; at < source.Length; at++)
        {
            var sign = source[at];
            if (sign == '\\' && braces == 0) at++;
            else if (isInterpolated && sign == '{') braces++;
            else if (isInterpolated && sign == '}') braces--;
            else if (sign == '"' && braces > 0) at = EndOfString(source, at);
            else if (sign == '"') return at;
        }
        return at;
    }

    static string? Literal(string? argument) =>
        argument is not null && PlainString().IsMatch(argument) ? Regex.Unescape(argument[1..^1]) : null;

    [GeneratedRegex(@"(?<![\w.]|Texts\.\w|new\s|<)(?:(?:Texts|Sentence)\.)?\b(?<name>[TNH])\(",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Call();

    [GeneratedRegex(@"^(string|int) \w+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""^"(?!"")(?:[^"\\]|\\.)*"$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PlainString();
}
