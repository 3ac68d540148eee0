using HomsScreenings.Catalogues;
using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>One screening: when, where, what it takes to come, and the stops before and after it.</summary>
public sealed class ShowModel(ScreeningsDb db, AnswerAreas answer, TimeProvider clock) : PageModel
{
    public ScreeningCard Screening { get; private set; } = null!;
    /// <summary>The picture of the first film that has one; null where none has.</summary>
    public PictureFile? Picture => Details.Films.Select(f => f.Picture).FirstOrDefault(p => p is not null);
    public ScreeningDetails Details { get; private set; } = null!;
    /// <summary>Those who speak, in their order, with what is told of them.</summary>
    public IReadOnlyList<SpeakerLine> Speakers { get; private set; } = [];
    /// <summary>What one may come to where this one is over or called off.</summary>
    public IReadOnlyList<ScreeningCard> Instead { get; private set; } = [];
    /// <summary>That of the first film that has one.</summary>
    public Trailer? Trailer => Details.Films.Select(f => f.Trailer).FirstOrDefault(t => t is not null);
    /// <summary>What was said of it once it had taken place.</summary>
    public CommentsView? Comments { get; private set; }
    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;
    public SeriesNeighbours Neighbours { get; private set; } = SeriesNeighbours.None;
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

    /// <summary>Of a single film who made it, when, how long and in what language; of several the language alone.</summary>
    public string InShort => Details.Films is [var film]
        ? LineOf(film) : FilmWords.Languages([.. Spoken(Details.Films)], Screening.Subtitles) ?? "";

    public string LineOf(FilmShown film) => string.Join(T(" · "), new[]
    {
        film.Directors.Count > 0 ? T("A film by {0}", And(film.Directors.Select(d => d.Name))) : null,
        film.ReleaseYear is { } year ? Number(year) : null,
        FilmWords.Length(film.RunningTimes),
        FilmWords.Languages([.. Spoken([film])], Details.Films.Count == 1 ? Screening.Subtitles : []),
    }.OfType<string>());

    // A screening says only where it differs from its films.
    IEnumerable<string> Spoken(IEnumerable<FilmShown> films) =>
        Screening.Languages is { Count: > 0 } own ? own : films.SelectMany(f => f.Languages).Distinct();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Now = clock.Now();
        var found = db.Screenings.Published().WithSlug(slug);
        var screening = await found.Select(ScreeningCard.Of).SingleOrDefaultAsync(cancellationToken);
        if (screening is null)
            return await this.MissingAsync(db, db.Screenings.Published(), slug, s => $"/screenings/{s}", cancellationToken);
        Screening = screening;
        Details = await found.Select(ScreeningDetails.Of).SingleAsync(cancellationToken);
        if (screening.Speakers.Select(s => s.Slug).ToList() is { Count: > 0 } slugs)
            Speakers = [.. (await db.People.Where(p => slugs.Contains(p.Slug)).Select(SpeakerLine.Of).ToListAsync(cancellationToken))
                .OrderBy(p => slugs.IndexOf(p.Slug))];
        Written = await JournalCatalogue.AboutAsync(db, $"/screenings/{screening.Slug}", WrittenAboutView.Most, Now, cancellationToken);
        if (IsOver && screening.IsOn)
            Comments = await CommentsView.FindAsync(
                db, answer, Details.Discussion, $"/screenings/{screening.Slug}", isReady: true, Now, cancellationToken);
        if (!IsToCome)
            Instead = await db.Screenings.Published().InsteadOf(screening, Now).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        Neighbours = await SeriesNeighbours.FindAsync(db, screening, Details.SeriesId, cancellationToken);
        return Page();
    }
}
