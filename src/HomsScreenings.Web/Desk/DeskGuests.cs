using System.Globalization;
using HomsScreenings.Bookings;
using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Desk;

/// <summary>The guests of a screening as its organisers see them; each look at them is noted before they are shown.</summary>
public sealed class DeskGuests
{
    /// <summary>So long after the end a device at the door forgets who was expected.</summary>
    public static readonly Duration DoorKeeps = Duration.FromHours(12);

    public required ScreeningCard Card { get; init; }
    public required GuestList List { get; init; }

    public string Address => $"/organise/screenings/{Card.Slug}";
    DateTimeZone Zone => Zones.Find(Card.TimeZone) ?? DateTimeZone.Utc;

    /// <summary>The screening of that slug among those that the organiser may edit; null for a stranger.</summary>
    public static Task<int?> FindIdAsync(ScreeningsDb db, Organiser organiser, string slug, CancellationToken cancellationToken) =>
        db.Screenings.EditableBy(organiser).WithSlug(slug).Select(s => (int?)s.Id).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Finds the screening among those that the organiser may edit; null for a stranger.</summary>
    public static async Task<DeskGuests?> FindAsync(ScreeningsDb db,
        Organiser organiser, string slug, Instant now, GuestListForm form, CancellationToken cancellationToken, Duration? still = null)
    {
        if (await db.Screenings.EditableBy(organiser).WithSlug(slug).Select(ScreeningCard.Of)
            .SingleOrDefaultAsync(cancellationToken) is not { } card) return null;
        if (!await db.NoteLookAsync(card.Id, organiser.UserId, form, now, still ?? GuestListLooks.OneLook, cancellationToken)) return null;
        return await GuestList.LoadAsync(db, card.Id, now, cancellationToken) is { } list ? new() { Card = card, List = list } : null;
    }

    /// <summary>A moment by the wall clock of the place.</summary>
    public string Format(Instant moment) => moment.InZone(Zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Why a booking on the waiting list has or has not been offered anything.</summary>
    public string Reason(Booking booking) => WaitingReasons.Explain(WaitingEntry.Of(booking), List.Bookable, List.Free, List.Now, Zone);

    public byte[] Csv() => GuestCsv.Write(List, Zone);

    /// <summary>When a device at the door may keep the list no longer.</summary>
    public Instant KeptUntil => (Card.EndsAt ?? List.Now) + DoorKeeps;

    /// <summary>By which name a guest is called: their own, or the address that they gave.</summary>
    public static string NameOf(Booking booking) => booking.Name ?? booking.Email ?? "(forgotten)";

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    /// <summary>'3 people, 1 of them in a wheelchair place'.</summary>
    public static string PartyOf(Booking booking)
    {
        var said = Count(booking.People, "person", "people");
        if (booking.Wheelchairs > 0) said += $", {Count(booking.Wheelchairs, "wheelchair place", "wheelchair places")}";
        if (booking.Companions > 0) said += $", {Count(booking.Companions, "companion's place", "companion's places")}";
        return said;
    }
}
