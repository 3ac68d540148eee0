using System.ComponentModel;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Web.Endpoints.Api;

// Parts that several answers have in common.

[Description("A record elsewhere in the programme.")]
sealed record ApiLink(
    [property: Description("Its name in addresses; it may change, and the former one leads on.")] string Slug,
    string Name,
    [property: Description("Its page.")] string Url);

[Description("An amount of money.")]
sealed record ApiMoney([property: Description("With a point and as many decimals as its currency has, or none: '12.50', '1.125', '4'.")]
string Amount, [property: Description("ISO 4217.")] string Currency)
{
    public static ApiMoney? Of(decimal? amount, string? currency) =>
        currency is null || amount is not { } known ? null : new(MoneyWords.PlainAmount(known, currency), currency);
}

[Description("A place, as far as known.")]
sealed record ApiPlace(
    string? Address, string? PostalCode, [property: Description("The part of town.")] string? Area, string? City, string? Region,
    [property: Description("ISO 3166-1 alpha-2.")] string? Country,
    [property: Description("Degrees north, WGS 84.")] double? Latitude, [property: Description("Degrees east, WGS 84.")] double? Longitude);

static class ApiWords
{
    /// <summary>Yes, no, or null for what nobody has said.</summary>
    public static bool? Said(Known known) => known switch { Known.Yes => true, Known.No => false, _ => null };

    public const string OriginalTitle = "What its makers called it; null where the title is that, or nobody has said.";

    /// <summary>The language of a text, BCP 47; null where there is no text.</summary>
    public static string? LanguageOf(LocalizedText? text) => text is null ? null : text.OtherLanguage ?? Language.Current.Tag;

    /// <summary>'movedOnline', 'payWhatYouCan'.</summary>
    public static string Name<T>(T value) where T : struct, Enum => Name($"{value}");

    public static string Name(string value) => char.ToLowerInvariant(value[0]) + value[1..];

    /// <summary>The provisions of a screening by the names that the filter has for them.</summary>
    public static IReadOnlyList<string> Access(ScreeningCard card) =>
    [
        .. new[] { (AccessNeed.Captions, card.Captions), (AccessNeed.AudioDescription, card.AudioDescription),
            (AccessNeed.SignLanguage, card.SignLanguage), (AccessNeed.Relaxed, card.Relaxed) }
            .Where(a => a.Item2).Select(a => ScreeningFilter.Name(a.Item1)),
    ];
}
