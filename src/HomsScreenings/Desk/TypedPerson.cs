using HomsScreenings.Records;

namespace HomsScreenings.Desk;

/// <summary>
/// How somebody types whom they mean: by name, and one of several who bear it as 'Talal Derki (talal-derki-2)', with the
/// last part of the person's address in brackets.
/// </summary>
public static class TypedPerson
{
    /// <summary>The kind of data ([DataType]) by which the binder of forms knows such a field.</summary>
    public const string DataType = "Person";

    /// <summary>A name, a slug, a blank and two brackets.</summary>
    public const int MaxLength = Lengths.Name + Slug.MaxLength + 3;

    /// <summary>As it is typed to mean this one of several.</summary>
    public static string Format(string name, string slug) => $"{name} ({slug})";

    /// <summary>What stands in brackets at the end, where it could be a slug; null otherwise.</summary>
    public static string? SlugIn(string typed) => AtTheEnd(typed, '(', ')') is { } at ? typed[(at + 1)..^1] : null;

    /// <summary>
    /// The same with round brackets. The form for screenings once asked for square ones, and whoever types them by habit
    /// is understood.
    /// </summary>
    public static string Tidy(string typed) => AtTheEnd(typed, '[', ']') is { } at && typed[..at].TrimEnd(' ') is { Length: > 0 } name
        && !name.Contains('[', StringComparison.Ordinal) ? Format(name, typed[(at + 1)..^1]) : typed;

    // Where the bracket opens that is closed at the end, around what could be a slug.
    static int? AtTheEnd(string typed, char opens, char closes) =>
        typed.EndsWith(closes) && typed.LastIndexOf(opens) is >= 0 and var at && Slug.IsWellFormed(typed[(at + 1)..^1]) ? at : null;
}
