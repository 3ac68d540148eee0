using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>What the forms of all records have in common.</summary>
static class RecordForm
{
    public const int EmptyRows = 3;

    /// <summary>What is said where the database refused a save because somebody else was faster.</summary>
    public const string Refused =
        "Somebody saved something at the same moment that does not go with this. Nothing was saved; please try once more.";

    /// <summary>What is said where an act came upon a record that is another by now.</summary>
    public const string ChangedMeanwhile = "It has just been changed by somebody else; look at it first, and try again.";

    /// <summary>The version that the record has now; null when it has been deleted.</summary>
    public static Task<int?> VersionOfAsync<T>(this ScreeningsDb db, int id, CancellationToken cancellationToken)
        where T : class, IRecord =>
        db.Set<T>().Where(r => r.Id == id).Select(r => (int?)r.Version).SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Whether the organiser deleted the record of that slug: the second half of a double click finds nothing left to
    /// delete.
    /// </summary>
    public static Task<bool> HasDeletedAsync<T>(this ScreeningsDb db, Organiser organiser, string slug,
        CancellationToken cancellationToken) where T : class, IRecord
    {
        var kind = typeof(T).Name;
        return db.Audit.AnyAsync(a => a.Kind == kind && a.Slug == slug && a.Action == nameof(EntityState.Deleted)
            && a.UserId == organiser.UserId, cancellationToken);
    }

    /// <summary>What a page answers that is to delete a record and does not find it: it is done where the organiser did it.</summary>
    public static async Task<IActionResult> DeletedAlreadyAsync<T>(this PageModel page, ScreeningsDb db, Organiser organiser, string slug,
        string address, CancellationToken cancellationToken) where T : class, IRecord =>
        await db.HasDeletedAsync<T>(organiser, slug, cancellationToken) ? page.Done("Deleted.", address) : page.NotFound();

    /// <summary>Adds empty rows to those that are shown.</summary>
    public static void AddRows<T>(this List<T> rows) where T : new() => rows.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new T()));
}
