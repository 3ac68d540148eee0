using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HomsScreenings.Web.Pages.Organise.Pictures;

/// <summary>What is said of one picture; to put it before others, and to delete it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PictureInput Input { get; set; } = new();

    public string Kind { get; private set; } = "";
    public IPictured Record { get; private set; } = null!;
    public Picture Picture { get; private set; } = null!;
    public string All => $"/organise/{Kind}/{Record.Slug}/pictures";
    public IReadOnlyList<SelectListItem> Roles =>
        [.. PictureDesk.RolesOf(Record).Select(r => new SelectListItem(r.ToString(), r.ToString()))];

    public async Task<IActionResult> OnGetAsync(string kind, string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(kind, slug, id, cancellationToken)) return NotFound();
        Input = PictureInput.Of(Picture, Record.Version);
        Input.Translations.Complete(Input.TextLanguage);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string slug, int id, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(kind, slug, id, cancellationToken)) return NotFound();
        if (Input.Version != Record.Version)
        {
            Input.Version = Record.Version;
            return this.Overtaken([]);
        }
        if (act == "delete") db.Pictures.Remove(Picture);
        else if (act == "forward") Record.MoveForward(Picture);
        else if (!PictureDesk.RolesOf(Record).Contains(Input.Role)) ModelState.AddModelError("Input.Role", "It cannot be that here.");
        else if (ModelState.IsValid) Input.ApplyTo(Picture, clock.Now().InUtc().Date);
        if (act is null && !ModelState.IsValid) return this.Again();
        Record.ChoosePicture(deleted: act == "delete" ? [Picture] : []);
        return await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved
            ? this.Done(act == "delete" ? "The picture is deleted." : "Saved.", All) : this.Overtaken(RecordForm.Refused);
    }

    async Task<bool> FindAsync(string kind, string slug, int id, CancellationToken cancellationToken)
    {
        if (await db.FindPicturedAsync(desk.Value, kind, slug, cancellationToken) is not { } record) return false;
        if (record.Pictures.SingleOrDefault(p => p.Id == id) is not { } picture) return false;
        (Kind, Record, Picture) = (kind, record, picture);
        return true;
    }
}
