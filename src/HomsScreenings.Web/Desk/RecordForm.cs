using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>What happens to the form of a record that is not saved yet.</summary>
static class RecordForm
{
    public const int EmptyRows = 3;

    /// <summary>The page once more because somebody needs more rows: what is wrong is not said before they save.</summary>
    public static IActionResult AgainWithoutErrors(this PageModel page)
    {
        foreach (var field in page.ModelState.Values) field.Errors.Clear();
        return page.Page();
    }

    /// <summary>Puts what the database says beside the fields; likely twins are said above the form.</summary>
    public static void AddProblems(this PageModel page, CheckResult answer)
    {
        foreach (var problem in answer.Problems) page.ModelState.AddModelError(problem.Field.Length == 0 ? "" : $"Input.{problem.Field}", problem.Sentence);
        if (answer.Duplicates.Count > 0) page.ModelState.AddModelError("Input.IsAnother", "This may be there already: look at what is named below.");
    }

    /// <summary>The save was refused by the database: somebody else was faster.</summary>
    public static IActionResult Refused(this PageModel page)
    {
        page.ModelState.AddModelError("", "Somebody saved something at the same moment that does not go with this. Nothing was saved; please try once more.");
        return page.Again(StatusCodes.Status409Conflict);
    }

    /// <summary>
    /// Lets the form count as filled from the present version, so that saving it again is a decision, and tells what
    /// was changed meanwhile.
    /// </summary>
    public static async Task<IReadOnlyList<EarlierChange>> MoveOnAsync<T>(this PageModel page, ScreeningsDb db, int id, int typedFrom, CancellationToken cancellationToken) where T : class, IRecord
    {
        page.ModelState.Remove("Input.Version");
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        var changes = await db.ChangesSinceAsync<T>(id, typedFrom, cancellationToken);
        if (changes.Count == 0) page.ModelState.AddModelError("", "Something that goes with this was changed at the same moment. Nothing was saved; please save again.");
        return changes;
    }

    /// <summary>The version that the record has now; null when it has been deleted.</summary>
    public static Task<int?> VersionOfAsync<T>(this ScreeningsDb db, int id, CancellationToken cancellationToken) where T : class, IRecord =>
        db.Set<T>().Where(r => r.Id == id).Select(r => (int?)r.Version).SingleOrDefaultAsync(cancellationToken);

    /// <summary>A second click on 'delete' finds what the first one did; whoever never could see the record finds nothing.</summary>
    public static async Task<IActionResult> DeletedAlreadyAsync<T>(this PageModel page, ScreeningsDb db, string slug, CancellationToken cancellationToken) where T : class, IRecord =>
        await db.FateOfAsync<T>(slug, cancellationToken, atTheDesk: true) is SlugFate.Gone ? page.RedirectToPage("Index") : page.NotFound();

    /// <summary>Adds empty rows to those that are shown.</summary>
    public static void AddRows<T>(this List<T> rows) where T : new() => rows.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new T()));
}
