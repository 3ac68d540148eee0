using HomsScreenings.People;
using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.People;

/// <summary>A person: what they made, and where they speak.</summary>
public sealed class ShowModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public PersonFacts Person { get; private set; } = null!;
    public ComingAndPast Talks { get; private set; } = ComingAndPast.None;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var person = await db.People.WithSlug(slug).Select(PersonFacts.Of).SingleOrDefaultAsync(cancel);
        if (person is null) return await this.MissingAsync<Person>(db, slug, s => $"/people/{s}", cancel);
        Person = person;
        Talks = await ComingAndPast.FindAsync(db.Screenings.Published().Where(s => s.Speakers.Any(p => p.PersonId == person.Id)), clock.Now(), cancel);
        return Page();
    }
}
