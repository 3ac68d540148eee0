using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>One thing by which a list of films, people or venues can be narrowed: 'kind', 'country'.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Read">The usual form of a value as somebody typed it; null for what is none.</param>
/// <param name="Problem">What is said of a value that is none.</param>
/// <param name="Label">What a value is called in the language that is spoken.</param>
public sealed record CatalogueFacet(string Name, Func<string, string?> Read, Func<string, string> Problem, Func<string, string> Label)
{
    /// <summary>Whether of several values that are asked for a record must have all; else one of them is enough.</summary>
    public bool NeedsAll { get; init; }

    /// <summary>Whether a value is a name that each writes a little differently: accents and case aside it is the same.</summary>
    public bool IsSpeltAnyhow { get; init; }

    /// <summary>The order in which its values are offered; that of what they are called where it is null.</summary>
    public Func<string, string>? Order { get; init; }

    /// <summary>A facet with a few values that are known before.</summary>
    public static CatalogueFacet OneOf(string name, IReadOnlyList<string> values, Func<string, string> label) => new(name,
        typed => values.FirstOrDefault(v => string.Equals(v, typed, StringComparison.OrdinalIgnoreCase)),
        typed => T("'{0}' is not a value of '{1}'; there are {2}.", typed, name, Listed(values)), label)
    {
        Order = value => values.TakeWhile(v => v != value).Count().ToString("000", null),
    };

    /// <summary>A facet that is set or not.</summary>
    public static CatalogueFacet Flag(string name, Func<string> label) => new(name,
        typed => typed is "true" or "false" ? typed : null, _ => T("'{0}' is true or false.", name), _ => label());

    /// <summary>The values of a facet that is set or not.</summary>
    public static IReadOnlyList<string> FlagValues(bool isSet) => isSet ? Set : [];

    static readonly IReadOnlyList<string> Set = ["true"];

    public static CatalogueFacet Country { get; } = new("country",
        typed => CountryCodes.IsKnown(typed) ? typed.ToUpperInvariant() : null,
        typed => T("'{0}' is not a country code of two letters, such as GB.", typed), CountryCodes.Name);

    public static CatalogueFacet Language { get; } = new("language",
        typed => LanguageTags.IsWellFormed(typed) ? LanguageTags.Tidy(typed) : null,
        typed => T("'{0}' is not a language tag, such as 'ar' or 'en'.", typed), LanguageTags.Name);
}
