using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>Words in a Razor view that no translator can reach: text and labels outside every expression.</summary>
public static partial class BareWords
{
    static readonly string[] Statements = ["if", "else", "for", "foreach", "while", "switch", "using", "lock"];
    static readonly string[] Directives = ["page", "model", "inject", "namespace", "addTagHelper", "inherits", "implements", "attribute", "layout"];

    /// <param name="view">The source of a view.</param>
    public static IEnumerable<string> In(string view)
    {
        var markup = CodeLine().Replace(WithoutExpressions(view), "");
        foreach (Match text in TextNode().Matches(markup))
            if (HasWord(text.Value)) yield return text.Value.Trim();
        foreach (Match label in Label().Matches(markup))
            if (HasWord(label.Groups["words"].Value)) yield return label.Value;
    }

    static bool HasWord(string text) => Word().IsMatch(Entity().Replace(text, ""));

    static string WithoutExpressions(string view)
    {
        var markup = new System.Text.StringBuilder(view.Length);
        for (var at = 0; at < view.Length;)
        {
            if (view[at] != '@' || at + 1 == view.Length) markup.Append(view[at++]);
            else if (view[at + 1] == '@') at += 2;
            else at = AfterExpression(view, at + 1);
        }
        return markup.ToString();
    }

    static int AfterExpression(string view, int at)
    {
        if (view[at] == '*') return view.IndexOf("*@", at, StringComparison.Ordinal) + 2;
        if (view[at] is '(' or '{') return AfterBracket(view, at);
        var word = Identifier().Match(view, at).Value;
        at += word.Length;
        if (Directives.Contains(word)) return EndOfLine(view, at);
        if (word == "functions") return AfterBracket(view, view.IndexOf('{', at));
        if (word == "await") return AfterExpression(view, at + 1);
        if (Statements.Contains(word))
            return view.IndexOf('(', at) is > 0 and var open && view[at..open].Trim().Length == 0 ? AfterBracket(view, open) : EndOfLine(view, at);
        while (at < view.Length)
        {
            if (view[at] is '(' or '[') at = AfterBracket(view, at);
            else if (view[at] == '.' && Identifier().Match(view, at + 1) is { Success: true, Length: > 0 } member) at += 1 + member.Length;
            else break;
        }
        return at;
    }

    static int EndOfLine(string view, int at) => view.IndexOf('\n', at) is >= 0 and var end ? end : view.Length;

    static int AfterBracket(string view, int at)
    {
        for (var depth = 0; at < view.Length; at++)
        {
            if (view[at] == '"') at = AfterString(view, at) - 1;
            else if (view[at] is '(' or '[' or '{') depth++;
            else if (view[at] is ')' or ']' or '}' && --depth == 0) return at + 1;
        }
        return at;
    }

    static int AfterString(string view, int at)
    {
        for (at++; at < view.Length && view[at] != '"'; at++)
            if (view[at] == '\\') at++;
        return at + 1;
    }

    [GeneratedRegex(@"(?<=>)[^<>]+(?=<)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\b(aria-label|title|alt|placeholder)=""(?<words>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Label();

    // Within a block, statements stand without a sign before them.
    [GeneratedRegex(@"^\s*(\}?\s*else\b.*|(if|for|foreach|while|switch) \(.*|(var|//) ?.*;?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10_000)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"\G\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"&#?\w+;", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"[A-Za-z]{2,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Word();
}
