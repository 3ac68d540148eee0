using HomsScreenings.Programme;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>What a listing says of a screening beside its time, as cinemas print it: 'CC'.</summary>
/// <param name="Short">What the eye reads at the time; null for what is only said where all times of a film have it.</param>
/// <param name="Full">What it means: 'Captions'.</param>
/// <param name="Look">The class that it has.</param>
/// <param name="Language">That of the words (BCP 47), where it is not the one that is spoken.</param>
public sealed record ShowingMark(string? Short, string Full, string? Look = null, string? Language = null)
{
    /// <summary>What the screenings of a film may have in common; how each stands is another matter.</summary>
    public static IEnumerable<ShowingMark> Of(ScreeningCard card)
    {
        if (card.IsSample) yield return new(T("Sample"), T("Sample"), "sample-mark");
        if (card.PremiereNote is { } premiere) yield return new(premiere, premiere, Language: card.PremiereNoteLanguage);
        if (card.AdmissionWords is { } admission)
            yield return new(card.Admission == Model.Admission.Ticketed ? null : admission, admission,
                card.Admission == Model.Admission.Free ? "free" : null);
        if (card.Subtitles.Count > 0)
            yield return new(T("sub. {0}", Listed(card.Subtitles.Select(s => s.ToUpperInvariant()))), card.LanguageWords!);
        if (card.Captions) yield return new(T("CC"), ScreeningWords.Format(AccessNeed.Captions));
        if (card.AudioDescription) yield return new(T("AD"), ScreeningWords.Format(AccessNeed.AudioDescription));
        if (card.SignLanguage) yield return new(T("Signed"), ScreeningWords.Format(AccessNeed.SignLanguage));
        if (card.Relaxed) yield return new(T("Relaxed"), ScreeningWords.Format(AccessNeed.Relaxed));
        if (card.TalkMinutes > 0) yield return new(T("Q&A"), card.TalkWords ?? T("Talk after the film"));
        else if (card.TalkWords is { } guests) yield return new(T("Guests"), guests);
    }
}
