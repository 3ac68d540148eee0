using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Deletes a draft that the public never saw.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk, CurrentScreening current) : PageModel, IAnswersForMissing
{
    const string List = "/organise/screenings";

    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.DeletingRefusal;

    public void OnGet() => Input.Version = Act.Screening.Version;

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (Refusal is not null) return this.Again();
        if (Act.Screening.Version == Input.Version)
        {
            db.Screenings.Remove(Act.Screening);
            if (await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved) return this.Done("Deleted.", List);
            if (!await current.FindAsync(slug, cancellationToken)) return await MissingAsync(slug, cancellationToken);
        }
        await Act.CompareAsync(Input.Version, cancellationToken);
        Input.Version = Act.Screening.Version;
        return this.Overtaken(Act.Earlier);
    }

    public async Task<IActionResult> MissingAsync(string slug, CancellationToken cancellationToken) =>
        HttpMethods.IsPost(Request.Method)
            ? await this.DeletedAlreadyAsync<Screening>(db, desk.Value, slug, List, cancellationToken) : NotFound();
}
