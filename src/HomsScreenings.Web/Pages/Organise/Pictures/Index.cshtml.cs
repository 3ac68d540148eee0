using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Pictures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Pictures;

/// <summary>The pictures of a film, a person, a venue, a series or an organisation, and how another is added.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, PictureStore store) : PageModel
{
    [BindProperty, Display(Name = "Picture")]
    public IFormFile? Upload { get; set; }

    public string Kind { get; private set; } = "";
    public IPictured Record { get; private set; } = null!;
    public string Name => PictureDesk.NameOf(Record);
    public string Here => $"/organise/{Kind}/{Record.Slug}/pictures";
    public IReadOnlyList<Picture> Pictures => [.. Record.Pictures.OrderBy(p => p.Position).ThenBy(p => p.Id)];

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        await FindAsync(kind, slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(kind, slug, cancellationToken)) return NotFound();
        if (Upload is not { } file)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a picture first.");
            return this.Again();
        }
        try
        {
            await using var upload = file.OpenReadStream();
            var (made, hash) = await store.AddAsync(upload, cancellationToken);
            var picture = new Picture
            {
                Role = PictureDesk.RolesOf(Record)[0],
                Hash = hash,
                Width = made.Width,
                Height = made.Height,
                Colour = made.Colour,
                Credit = made.Credit,
                Position = Record.Pictures.Count == 0 ? 0 : Record.Pictures.Max(p => p.Position) + 1,
            };
            Record.Pictures.Add(picture);
            if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
            return this.Done("The picture is here. Say what it shows; then it is public.", $"{Here}/{picture.Id}");
        }
        catch (PictureRefused refused)
        {
            ModelState.AddModelError(nameof(Upload), refused.Message);
            return this.Again();
        }
    }

    async Task<bool> FindAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await db.FindPicturedAsync(desk.Value, kind, slug, cancellationToken) is not { } record) return false;
        (Kind, Record) = (kind, record);
        return true;
    }
}
