using HomsScreenings.Catalogues;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.People;

/// <summary>A person: what they made, and where they speak.</summary>
public sealed class ShowModel(ScreeningsDb db, ShownRecords shown, TimeProvider clock) : PageModel
{
    public PersonDetails Person { get; private set; } = null!;
    public ComingAndPast Talks { get; private set; } = ComingAndPast.None;
    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var people = shown.Of(db.People);
        var person = await people.WithSlug(slug).Select(PersonDetails.Of).SingleOrDefaultAsync(cancellationToken);
        if (person is null) return await this.MissingAsync(db, people, slug, s => $"/people/{s}", cancellationToken);
        Person = person;
        var now = clock.Now();
        Talks = await ComingAndPast.FindAsync(db.Screenings.Published().Where(s => s.Speakers.Any(p => p.PersonId == person.Id)),
            now, cancellationToken);
        Written = await JournalCatalogue.OfPersonAsync(db, person.Slug, WrittenAboutView.Most, now, cancellationToken);
        return Page();
    }
}
