using System.Globalization;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Text;

/// <summary>Language tags as BCP 47 has them: 'ar', 'en', 'pt-BR'.</summary>
public static class LanguageTags
{
    /// <summary>What every program must take (RFC 5646, section 4.4.1).</summary>
    public const int MaxLength = 35;

    public static bool IsWellFormed(string? tag)
    {
        if (tag is not { Length: >= 2 and <= MaxLength }) return false;
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }

    /// <summary>Language in lower case, a country in upper case: how tags are usually written (RFC 5646, 2.1.1).</summary>
    public static string Tidy(string tag) => string.Join('-', tag.Split('-').Select((part, i) =>
        i > 0 && part.Length == 2 ? part.ToUpperInvariant()
        : i > 0 && part.Length == 4 ? char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()
        : part.ToLowerInvariant()));

    /// <summary>The language's name, in the language that is spoken; the tag where none is known.</summary>
    public static string Name(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            if (culture.EnglishName.Length == 0 || culture.EnglishName.StartsWith("Unknown", StringComparison.Ordinal)) return tag;
            return Language.Current == Language.English ? culture.EnglishName : culture.DisplayName; // which follows CurrentUICulture
        }
        catch (CultureNotFoundException) { return tag; }
    }

    /// <summary>The languages that the system knows by a tag of two letters, by their names in English.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Usual { get; } =
        [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(c => c.Name.Length is 2 or 3).Select(c => (c.Name, c.EnglishName))
            .OrderBy(c => c.EnglishName, StringComparer.Ordinal)];
}
