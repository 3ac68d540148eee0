using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Search;

/// <summary>The columns of a screening that are there for queries, worked out from its row and those that it refers to.</summary>
static class DerivedColumns
{
    /// <summary>
    /// Works them out for rows that are about to be written, where all that they rest on is in memory: they need not be
    /// written a second time then, which takes as long as the first.
    /// </summary>
    public static void SetOnNew(IEnumerable<Screening> added)
    {
        foreach (var screening in added)
            if (FindingFacts.Of(screening) is { } facts) screening.SetFindingValues(facts.Values());
    }

    /// <summary>Works them out for these screenings, and writes those that differ.</summary>
    public static async Task WriteAsync(ScreeningsDb db, int[] screenings, CancellationToken cancellationToken)
    {
        // Asked for apart: within one statement SQLite would join all films of all screenings before it looked for these.
        var languages = (await db.Set<ScreeningFilm>().Where(f => screenings.Contains(f.ScreeningId))
            .Select(f => new { f.ScreeningId, f.Film.LanguagesKey }).ToListAsync(cancellationToken))
            .ToLookup(f => f.ScreeningId, f => f.LanguagesKey);
        var rows = await db.Screenings.Where(s => screenings.Contains(s.Id)).Select(s => new
        {
            s.Id,
            Written = new FindingValues(s.OverAt, s.ProgrammeOrder, s.LatestOrder, s.Town, s.TownKey, s.TownCountry,
                s.Latitude, s.Longitude, s.Provisions, s.AllLanguages),
            Facts = new FindingFacts(s.ProgrammeDate, s.Time, s.EndsAt, s.Attendance,
                s.Series != null ? s.Series.Ends : null, s.Series != null ? s.Series.Year : null,
                s.Venue != null ? s.Venue.City : s.City, s.Venue != null ? s.Venue.Country : s.Country,
                s.Venue!.Latitude, s.Venue.Longitude,
                FindingFacts.All(s.Venue != null && s.Venue.StepFree == Known.Yes, s.Venue != null && s.Venue.HearingLoop == Known.Yes,
                    s.Captions, s.AudioDescription, s.SignLanguage, s.Relaxed, s.Admission == Admission.Free),
                s.LanguagesKey, Array.Empty<string>()),
        }).ToListAsync(cancellationToken);

        await db.WriteRowsAsync("""
            UPDATE "Screenings" AS s SET "OverAt" = v.column2, "ProgrammeOrder" = v.column3, "LatestOrder" = v.column4,
            "Town" = v.column5, "TownKey" = v.column6, "TownCountry" = v.column7,
            "Latitude" = CAST(v.column8 AS double precision), "Longitude" = CAST(v.column9 AS double precision),
            "Offers" = v.column10, "AllLanguages" = v.column11
            FROM (VALUES {0}) AS v WHERE s."Id" = v.column1
            """, from row in rows
                 let values = (row.Facts with { FilmLanguagesKeys = [.. languages[row.Id]] }).Values()
                 where values != row.Written
                 select new object?[]
                 {
                     row.Id, values.OverAt.ToDateTimeUtc(), values.ProgrammeOrder, values.LatestOrder, values.Town, values.TownKey,
                     values.TownCountry, values.Latitude, values.Longitude, (int)values.Provisions, values.AllLanguages,
                 }, cancellationToken);
    }
}
