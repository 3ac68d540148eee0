using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Films;

/// <summary>Where a trailer can be seen: a link, and where it leads.</summary>
/// <param name="Captions">Languages in which it is known to have captions, BCP 47.</param>
public sealed record Trailer(string Url, IReadOnlyList<string> Captions)
{
    public static Trailer? Of(string? url, IReadOnlyList<string> captions) => url is null ? null : new(url, captions);

    /// <summary>'leads to example.org, captions in English'.</summary>
    public string Note => Captions.Count == 0 ? T("leads to {0}", FilmLinks.HostOf(Url))
        : T("leads to {0}, captions in {1}", FilmLinks.HostOf(Url), And(Captions.Select(LanguageTags.Name)));
}
