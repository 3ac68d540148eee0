using System.Text.RegularExpressions;
using HomsScreenings.Records;

namespace HomsScreenings.Desk;

/// <summary>
/// How somebody types whom they mean: by name, and one of several who bear it as 'Talal Derki (talal-derki-2)', with the
/// last part of the person's address in brackets.
/// </summary>
public static partial class TypedPerson
{
    /// <summary>The kind of data ([DataType]) by which the binder of forms knows such a field.</summary>
    public const string DataType = "Person";

    /// <summary>A name, a slug, a blank and two brackets.</summary>
    public const int MaxLength = Lengths.Name + Slug.MaxLength + 3;

    /// <summary>As it is typed to mean this one of several.</summary>
    public static string Format(string name, string slug) => $"{name} ({slug})";

    /// <summary>What stands in brackets at the end, where it could be a slug; null otherwise.</summary>
    public static string? SlugIn(string typed) =>
        InBrackets().Match(typed) is { Success: true } match && match.Groups["slug"].Value is var slug && Slug.IsWellFormed(slug)
            ? slug : null;

    /// <summary>
    /// The same with round brackets. The form for screenings once asked for square ones, and whoever types them by habit
    /// is understood.
    /// </summary>
    public static string Tidy(string typed) =>
        InSquareBrackets().Match(typed) is { Success: true } match && Slug.IsWellFormed(match.Groups["slug"].Value)
            ? Format(match.Groups["name"].Value, match.Groups["slug"].Value) : typed;

    [GeneratedRegex(@"\((?<slug>[a-z0-9-]+)\)$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^(?<name>[^\[]*[^\[ ]) *\[(?<slug>[a-z0-9-]+)\]$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex InSquareBrackets();
}
