using HomsScreenings.Drafts;
using HomsScreenings.Organisations;
using HomsScreenings.People;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.People;

public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public PersonDraft Draft { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<Twin> Twins { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Conflict { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        Draft = PersonDraft.Of(Person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        if (Draft.Version != Person.Version) return await MoveOnAsync(Person.Version, cancel);
        var answer = await db.CheckAsync(Draft, Person, cancel);
        this.Say(answer);
        Twins = answer.Twins;
        if (!ModelState.IsValid) return this.Again(StatusCodes.Status422UnprocessableEntity);

        Draft.ApplyTo(Person);
        var outcome = await db.TrySaveAsync(cancel);
        if (outcome == SaveOutcome.Refused) return this.Refused();
        if (outcome == SaveOutcome.ChangedMeanwhile)
            return await db.VersionOfAsync<Person>(Person.Id, cancel) is { } version ? await MoveOnAsync(version, cancel) : NotFound();
        TempData["Done"] = $"'{Person.Name}' is saved.";
        return RedirectToPage(new { slug = Person.Slug });
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var person = await db.People.OwnedBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancel);
        if (person is null) return false;
        Person = person;
        History = await db.ChangesSinceAsync<Person>(person.Id, 0, cancel);
        return true;
    }

    async Task<IActionResult> MoveOnAsync(int version, CancellationToken cancel)
    {
        Conflict = await this.MoveOnAsync<Person>(db, Person.Id, Draft.Version, cancel);
        Draft.Version = version;
        return Page();
    }
}
