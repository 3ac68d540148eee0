using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>What the form for a screening offers to choose from.</summary>
public sealed class ScreeningChoices
{
    static readonly SelectListItem None = new("—", "");

    public required IReadOnlyList<SelectListItem> Films { get; init; }
    public required IReadOnlyList<SelectListItem> Places { get; init; }
    public required IReadOnlyList<SelectListItem> Series { get; init; }
    public required IReadOnlyList<SelectListItem> Organisations { get; init; }
    /// <summary>Names; namesakes with the last part of their addresses.</summary>
    public required IReadOnlyList<string> People { get; init; }

    public static IReadOnlyList<SelectListItem> Countries { get; } = [
        None, .. CountryCodes.All.Select(c => new SelectListItem(c.Name, c.Code))];
    public static IReadOnlyList<SelectListItem> TimeZones { get; } = [None, .. Zones.Names.Select(z => new SelectListItem(z, z))];

    public static IReadOnlyList<SelectListItem> Admissions { get; } =
    [
        new("Not said yet", nameof(Admission.Unknown)), new("Free", nameof(Admission.Free)),
        new("Pay what you can", nameof(Admission.PayWhatYouCan)),
        new("Tickets", nameof(Admission.Ticketed)), new("By invitation", nameof(Admission.Invitation)),
    ];

    public static IReadOnlyList<SelectListItem> Bookings { get; } =
    [
        new("Nothing is said", nameof(BookingWay.None)), new("No booking is needed: one just comes", nameof(BookingWay.WalkIn)),
        new("Elsewhere, at the link below", nameof(BookingWay.External)), new("Here: our own seats", nameof(BookingWay.Seats)),
    ];

    /// <param name="db">Where they are.</param>
    /// <param name="organiser">Who chooses.</param>
    /// <param name="presentSeries">The series in which the screening is already.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public static async Task<ScreeningChoices> LoadAsync(ScreeningsDb db,
        Organiser organiser, int? presentSeries, CancellationToken cancellationToken) => new()
        {
            Films = await FilmsAsync(db, cancellationToken),
            Places = await PlacesAsync(db, cancellationToken),
            Series = [None, .. (await db.Series.ToChooseFrom(db, organiser, presentSeries).OrderBy(s => s.TitleKey).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Title, s.Year }).ToListAsync(cancellationToken))
            .Select(s => Item(s.Year is { } year ? $"{s.Title} ({year})" : s.Title, s.Id, null))],
            Organisations = [None, .. (await db.Organisations.EditableBy(organiser).OrderBy(o => o.NameKey).ThenBy(o => o.Id)
            .Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken)).Select(o => Item(o.Name, o.Id, null))],
            People = await db.PeopleToSuggestAsync(cancellationToken),
        };

    static async Task<IReadOnlyList<SelectListItem>> FilmsAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var films = await db.Films.OrderBy(f => f.TitleKey).ThenBy(f => f.Id).Select(f => new
        {
            f.Id,
            f.Title,
            f.ReleaseYear,
            Cuts = f.RunningTimes.OrderBy(r => r.Position).Select(r => new { r.Id, r.Minutes, r.Cut, r.Source }).ToList(),
        }).ToListAsync(cancellationToken);
        return
        [
            None,
            .. films.SelectMany(f => f.Cuts.Select(c => Item(
                $"{f.Title} — {c.Minutes} min{(c.Cut is null ? "" : $", {c.Cut}")}{(c.Source is null ? "" : $" ({c.Source})")}",
                f.Id, c.Id))
                .Prepend(Item(f.ReleaseYear is { } year ? $"{f.Title} ({year})" : f.Title, f.Id, null))),
        ];
    }

    static async Task<IReadOnlyList<SelectListItem>> PlacesAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var venues = await db.Venues.OrderBy(v => v.NameKey).ThenBy(v => v.Id).Select(v => new
        {
            v.Id,
            v.Name,
            v.City,
            Rooms = v.Rooms.OrderBy(r => r.Position).Select(r => new { r.Id, r.Name }).ToList(),
        }).ToListAsync(cancellationToken);
        return
        [
            None,
            .. venues.SelectMany(v =>
            {
                var name = v.City is null || v.Name.Contains(v.City, StringComparison.OrdinalIgnoreCase) ? v.Name : $"{v.Name}, {v.City}";
                var group = v.Rooms.Count == 0 ? null : new SelectListGroup { Name = name };
                return v.Rooms.Select(r => Item($"{v.Name} — {r.Name}", v.Id, r.Id, group)).Prepend(Item(name, v.Id, null, group));
            }),
        ];
    }

    static SelectListItem Item(string text, int id, int? part, SelectListGroup? group = null) =>
        new(text, ScreeningInput.Pair(id, part)) { Group = group };
}

/// <summary>The form for a screening, new or known.</summary>
/// <param name="TimeZone">The zone of its place, as far as known: it decides whether a time comes twice.</param>
/// <param name="Reason">What the public reads beside its status.</param>
public sealed record ScreeningForm(ScreeningInput Input, ScreeningChoices Choices, bool IsNew, string? TimeZone, string? Reason = null);
