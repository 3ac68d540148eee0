using HomsScreenings.Desk;
using HomsScreenings.Organisations;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>The form for an entry of the journal, new or known, with what it suggests.</summary>
/// <param name="Owners">The organisations to choose from for a new one.</param>
/// <param name="Pages">Pages that it may be about, each with its name.</param>
/// <param name="WasPublic">Whether the public has seen it, so that it can be corrected with a note.</param>
public sealed record EntryForm(EntryInput Input, IReadOnlyList<SelectListItem> Owners, IReadOnlyList<string> PeopleKnown,
    IReadOnlyList<(string Path, string Name)> Pages, bool WasPublic)
{
    const int MaxSuggested = 200;

    public static async Task<EntryForm> LoadAsync(ScreeningsDb db, EntryInput input, IReadOnlyList<SelectListItem> owners,
        bool wasPublic, CancellationToken cancellationToken)
    {
        var films = await db.Films.Published().OrderByDescending(f => f.ChangedAt).Take(MaxSuggested)
            .Select(f => new { f.Slug, f.Title }).ToListAsync(cancellationToken);
        var series = await db.Series.Published().OrderByDescending(s => s.ChangedAt).Take(MaxSuggested)
            .Select(s => new { s.Slug, s.Title }).ToListAsync(cancellationToken);
        return new(input, owners, await db.PeopleToSuggestAsync(cancellationToken),
            [.. films.Select(f => ($"/films/{f.Slug}", f.Title)), .. series.Select(s => ($"/series/{s.Slug}", s.Title))], wasPublic);
    }
}
