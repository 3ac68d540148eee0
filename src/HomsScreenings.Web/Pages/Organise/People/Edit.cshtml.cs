using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.People;

public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<PossibleDuplicate> Twins { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        Input = PersonInput.Of(Person);
        Input.Translations.Complete(Input.TextLanguage);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        if (Input.Version != Person.Version) return await OvertakenAsync(Person.Version, cancellationToken);
        var answer = await db.CheckAsync(Input, Person, cancellationToken);
        this.AddProblems(answer);
        Twins = answer.Duplicates;
        if (!ModelState.IsValid) return this.Again();

        Input.ApplyTo(Person);
        return await db.TrySaveAsync(cancellationToken) switch
        {
            SaveOutcome.Saved => this.Done($"'{Person.Name}' is saved.", $"/organise/people/{Person.Slug}/edit"),
            SaveOutcome.Refused => this.Overtaken(RecordForm.Refused),
            _ => await db.VersionOfAsync<Person>(Person.Id, cancellationToken) is { } version
                ? await OvertakenAsync(version, cancellationToken) : NotFound(),
        };
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var person = await db.People.EditableBy(desk.Value).WithSlug(slug).Include(p => p.Translations)
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null) return false;
        Person = person;
        History = await db.ChangesSinceAsync<Person>(person.Id, 0, cancellationToken);
        return true;
    }

    async Task<PageResult> OvertakenAsync(int version, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<Person>(Person.Id, Input.Version, cancellationToken);
        Input.Version = version;
        return this.Overtaken(Earlier);
    }
}
