using HomsScreenings.Desk;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;

namespace HomsScreenings.Web.Pages.Organise.Venues;

static class VenueFormRows
{
    /// <summary>Adds empty rows for rooms, and those for languages that are missing.</summary>
    public static void AddRows(this VenueInput draft)
    {
        draft.Rooms.AddRows();
        draft.Translations.Complete(draft.TextLanguage);
    }
}
