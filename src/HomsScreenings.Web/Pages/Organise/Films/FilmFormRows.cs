using HomsScreenings.Desk;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;

namespace HomsScreenings.Web.Pages.Organise.Films;

static class FilmFormRows
{
    /// <summary>Adds empty rows to the group of the form that is named, else to all, and those for languages that are missing.</summary>
    public static void AddRows(this FilmInput draft, string? group = null)
    {
        switch (group)
        {
            case "running-times": draft.RunningTimes.AddRows(); break;
            case "credits": draft.Credits.AddRows(); break;
            case "offers": draft.WatchOffers.AddRows(); break;
            case "stills": draft.Stills.AddRows(); break;
            case "awards": draft.Awards.AddRows(); break;
            case "quotes": draft.Quotes.AddRows(); break;
            case "links": draft.Links.AddRows(); break;
            case "age-ratings": draft.AgeRatings.AddRows(); break;
            default:
                draft.RunningTimes.AddRows();
                draft.Credits.AddRows();
                draft.WatchOffers.AddRows();
                draft.Stills.AddRows();
                draft.Awards.AddRows();
                draft.Quotes.AddRows();
                draft.Links.AddRows();
                draft.AgeRatings.AddRows();
                break;
        }
        draft.Translations.Complete(draft.TextLanguage);
    }
}
