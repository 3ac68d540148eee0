using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Search;

/// <summary>The columns of a screening that are there for queries, worked out from its row and those that it refers to.</summary>
static class DerivedColumns
{
    // An entry of an index has room for no more, and nobody shows so many.
    const int MaxLanguages = 40;

    /// <summary>Works them out for these screenings, in two statements.</summary>
    public static async Task WriteAsync(ScreeningsDb db, int[] screenings, CancellationToken cancellationToken)
    {
        var rows = await db.Screenings.Where(s => screenings.Contains(s.Id)).Select(s => new
        {
            s.Id,
            s.ProgrammeDate,
            s.StartsAt,
            s.EndsAt,
            s.Attendance,
            StepFree = s.Venue != null && s.Venue.StepFree == Known.Yes,
            HearingLoop = s.Venue != null && s.Venue.HearingLoop == Known.Yes,
            s.Captions,
            s.AudioDescription,
            s.SignLanguage,
            s.Relaxed,
            s.Admission,
            s.LanguagesKey,
            FilmLanguages = s.Films.Select(f => f.Film.LanguagesKey).ToList(),
            SeriesEnds = s.Series != null ? s.Series.Ends : null,
            SeriesYear = s.Series != null ? s.Series.Year : null,
            Town = s.Venue != null ? s.Venue.City : s.City,
            Country = s.Venue != null ? s.Venue.Country : s.Country,
            s.Venue!.Latitude,
            s.Venue.Longitude,
        }).ToListAsync(cancellationToken);
        var towns = rows.Where(r => r.Latitude is null).Select(r => (r.Town, r.Country)).Distinct()
            .ToDictionary(t => t, t => Gazetteer.FindUnambiguous(t.Town, t.Country));

        await db.WriteRowsAsync("""
            UPDATE "Screenings" AS s SET "OverAt" = v.column2, "ProgrammeOrder" = v.column3, "LatestOrder" = v.column4,
            "Town" = v.column5, "TownKey" = v.column6, "TownCountry" = v.column7,
            "Latitude" = CAST(v.column8 AS double precision), "Longitude" = CAST(v.column9 AS double precision),
            "Offers" = v.column10, "AllLanguages" = v.column11
            FROM (VALUES {0}) AS v WHERE s."Id" = v.column1
            """, rows.Select(r => new object?[]
        {
            r.Id,
            ProgrammeOrders.OverAt(r.ProgrammeDate, r.EndsAt, r.Attendance, r.SeriesEnds, r.SeriesYear).ToDateTimeUtc(),
            ProgrammeOrders.InProgramme(r.ProgrammeDate, r.StartsAt),
            ProgrammeOrders.LatestFirst(r.ProgrammeDate, r.StartsAt),
            r.Town,
            SearchKey.Of(r.Town),
            r.Country,
            r.Latitude ?? towns[(r.Town, r.Country)]?.Latitude,
            r.Longitude ?? towns[(r.Town, r.Country)]?.Longitude,
            (int)All((Provisions.StepFree, r.StepFree), (Provisions.HearingLoop, r.HearingLoop),
                (Provisions.Captions, r.Captions), (Provisions.AudioDescription, r.AudioDescription),
                (Provisions.SignLanguage, r.SignLanguage), (Provisions.Relaxed, r.Relaxed),
                (Provisions.Free, r.Admission == Admission.Free)),
            Languages([r.LanguagesKey, .. r.FilmLanguages]),
        }), cancellationToken);
    }

    static Provisions All(params ReadOnlySpan<(Provisions Offer, bool IsThere)> offers)
    {
        var all = Provisions.None;
        foreach (var (offer, isThere) in offers)
            if (isThere) all |= offer;
        return all;
    }

    static string Languages(IEnumerable<string> keys) => CodesKey.Of(keys
        .SelectMany(key => key.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal).Take(MaxLanguages));
}
