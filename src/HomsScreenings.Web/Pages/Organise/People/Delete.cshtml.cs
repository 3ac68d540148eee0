using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.People;

/// <summary>Deletes a person whom no credit, talk or entry of the journal names; the address then says that it is gone.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const string List = "/organise/people";

    public sealed record FilmUse(string Slug, string Title, string Roles);

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<ScreeningUse> Uses { get; private set; } = [];
    public IReadOnlyList<FilmUse> Films { get; private set; } = [];
    public bool IsUsed => Uses.Count > 0 || Films.Count > 0;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return await this.DeletedAlreadyAsync<Person>(db, desk.Value, slug, List, cancellationToken);
        if (IsUsed) return this.Again(StatusCodes.Status409Conflict);
        db.People.Remove(Person);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return this.Done($"'{Person.Name}' is deleted.", List);
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var person = await db.People.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken);
        if (person is null) return false;
        Person = person;
        Uses =
        [
            .. await db.Screenings.Where(s => s.Speakers.Any(p => p.PersonId == person.Id)).NamedForAsync(desk.Value, cancellationToken),
            .. await db.Journal.Where(e => e.AuthorId == person.Id).NamedForAsync(desk.Value, cancellationToken),
        ];
        Films = await db.Films.Where(f => f.Credits.Any(c => c.PersonId == person.Id)).OrderBy(f => f.Title).ThenBy(f => f.Id)
            .Select(
                f => new FilmUse(
                    f.Slug,
                    f.Title, string.Join(", ", f.Credits.Where(c => c.PersonId == person.Id).OrderBy(c => c.Position).Select(c => c.Role))))
                        .ToListAsync(cancellationToken);
        return true;
    }
}
