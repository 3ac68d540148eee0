using System.ComponentModel.DataAnnotations;
using HomsScreenings.Drafts;
using HomsScreenings.People;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HomsScreenings.Web.Pages.Organise.People;

public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, Keepers keepers) : PageModel
{
    [BindProperty]
    public PersonDraft Draft { get; set; } = new();

    [BindProperty, Display(Name = "Kept by")]
    public int? OrganisationId { get; set; }

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Organisations = await keepers.ChoicesAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        Organisations = await keepers.ChoicesAsync(cancel);
        if (!keepers.TryChoose(OrganisationId, out var keeper)) ModelState.AddModelError(nameof(OrganisationId), "Choose one of your organisations.");
        var answer = await db.CheckAsync(Draft, null, cancel);
        this.Say(answer);
        Twins = answer.Twins;
        if (!ModelState.IsValid) return this.Again(StatusCodes.Status422UnprocessableEntity);

        var person = Draft.ToPerson(Draft.Slug ?? await db.FreeSlugAsync<Person>(Slug.From("person", Draft.Name, Draft.OriginalName), null, cancel), keeper);
        db.People.Add(person);
        if (await db.TrySaveAsync(cancel) != SaveOutcome.Saved) return this.Refused();
        TempData["Done"] = $"'{person.Name}' is added.";
        return RedirectToPage("Edit", new { slug = person.Slug });
    }
}
