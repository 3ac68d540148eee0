using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Languages;
using Microsoft.AspNetCore.Html;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>
/// A sentence with links in it, as one text for translators: 'See [the archive]({0}).' Two asterisks make **strong**
/// words. Whatever is put in is text, never markup; a <see cref="LocalizedText"/> carries its language.
/// </summary>
public static partial class Sentence
{
    const int Patience = 200; // milliseconds
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="english">In English, with {0}, {1} … for what is put in; addresses of this site are paths.</param>
    public static IHtmlContent H(string english, params ReadOnlySpan<object?> parts) => Filled(Language.Current.Translate(english), parts);

    /// <summary>The same where the form goes with a number, which is {0}.</summary>
    public static IHtmlContent H(int number, string one, string other, params ReadOnlySpan<object?> parts) =>
        Filled(Language.Current.Translate(number, one, other), [number, .. parts]);

    static HtmlString Filled(string sentence, ReadOnlySpan<object?> parts)
    {
        var html = Strong().Replace(Encoder.Encode(sentence), "<strong>${words}</strong>");
        var addresses = Link().Matches(html).Select(m => int.Parse(m.Groups["part"].ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
        html = Link().Replace(html, "<a href=\"{${part}}\">${words}</a>");
        var encoded = new object?[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            encoded[i] = addresses.Contains(i) ? Encoder.Encode(LanguageLinkTagHelper.Address($"{parts[i]}")) : Part(parts[i]);
        return new HtmlString(string.Format(CultureInfo.InvariantCulture, html, encoded));
    }

    static string Part(object? part) => part switch
    {
        LocalizedText { OtherLanguage: { } tag } text => $"<bdi lang=\"{Encoder.Encode(tag)}\">{Encoder.Encode(text.Text)}</bdi>",
        LocalizedText text => Encoder.Encode(Texts.Word(text.Text)),
        HtmlString sentence => sentence.Value ?? "", // one that was made here
        _ => Encoder.Encode(Texts.Word(part)),
    };

    [GeneratedRegex(@"\*\*(?<words>.+?)\*\*", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\(\{(?<part>\d)\}\)", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Link();
}
