using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>One screening: when, where, what it takes to come, and the stops before and after it.</summary>
public sealed class ShowModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public ScreeningCard Screening { get; private set; } = null!;
    /// <summary>The picture of the first film that has one; null where none has.</summary>
    public PictureFile? Picture => Details.Films.Select(f => f.Picture).FirstOrDefault(p => p is not null);
    public ScreeningDetails Details { get; private set; } = null!;
    public ScreeningCard? Before { get; private set; }
    public ScreeningCard? After { get; private set; }
    public Instant Now { get; private set; }
    public bool IsOver => Screening.IsOver(Now);
    /// <summary>Whether one can still come: it is not over and has not been called off.</summary>
    public bool IsToCome => !IsOver && Screening.IsOn;

    /// <summary>How much of a sheet of paper the title takes: a poster is one page, whatever is on it.</summary>
    public string Length =>
        Screening.Heading.Length switch
        {
            <= 14 => "short-title",
            <= 28 => "",
            <= 60 => "long-title",
            <= 110 => "longer-title",
            _ => "endless-title"
        };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Now = clock.Now();
        var found = db.Screenings.Published().WithSlug(slug);
        var screening = await found.Select(ScreeningCard.Of).SingleOrDefaultAsync(cancellationToken);
        if (screening is null) return await this.MissingAsync<Screening>(db, slug, s => $"/screenings/{s}", cancellationToken);
        Screening = screening;
        Details = await found.Select(ScreeningDetails.Of).SingleAsync(cancellationToken);
        if (Details.SeriesId is not { } series || screening.Date is null) return Page();
        var stops = db.Screenings.Published().Where(s => s.SeriesId == series);
        Before = await stops.Before(PlaceInOrder.Of(screening)).Select(ScreeningCard.Of).FirstOrDefaultAsync(cancellationToken);
        After = await stops.Where(s => s.ProgrammeDate != null).After(PlaceInOrder.Of(screening)).Select(ScreeningCard.Of)
            .FirstOrDefaultAsync(cancellationToken);
        return Page();
    }
}
