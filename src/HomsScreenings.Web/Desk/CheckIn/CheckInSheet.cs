using System.Globalization;
using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk.CheckIn;

/// <summary>One party as the door knows it.</summary>
/// <param name="Seats">How many of it sit on ordinary seats.</param>
/// <param name="Holds">Whether places are kept for it, so that it is expected.</param>
/// <param name="Waits">Whether it is on the waiting list.</param>
/// <param name="Others">How many of it are in by other devices than the one that asks.</param>
/// <param name="Own">How many of it are in by that device.</param>
public sealed record CheckInGuest(int Id, string Name, string? Address,
    string? Code, int People, int Seats, string Party, string? Needs, string? Remark, bool Holds, bool Waits, int Others, int Own)
{
    public int Arrived => Math.Max(Others, Own);

    /// <summary>Ordinary seats that those who are in sit on: who stays out of a party is taken for one of the others.</summary>
    public int SeatsTaken => Math.Max(Math.Min(Arrived, Seats), Arrived - (People - Seats));
}

/// <summary>People without a booking, by this device and by the others.</summary>
/// <param name="Number">What this device said last, by its own count.</param>
public sealed record CheckInWalkIns(int Others, int Own, long Number);

/// <summary>The door of one screening as it is sent to a device: the list, who is in, and the codes that are good no more.</summary>
/// <param name="Device">Which device asked.</param>
/// <param name="Capacity">Ordinary seats, which are what there is for those without a booking; null where nobody has said how many.</param>
public sealed record CheckInSheet(string Device, string At, string KeptUntil,
    int? Capacity, IReadOnlyList<CheckInGuest> Guests, IReadOnlyList<string> Gone, CheckInWalkIns WalkIns)
{
    /// <summary>What all forms together are called, which a browser sends without script: one device.</summary>
    public const string Forms = "form";

    public IEnumerable<CheckInGuest> Booked => Guests.Where(g => !g.Waits);
    public IEnumerable<CheckInGuest> Waiting => Guests.Where(g => g.Waits);
    public int AllWalkIns => WalkIns.Others + WalkIns.Own;
    public int InTheRoom => Guests.Sum(g => g.Arrived) + AllWalkIns;
    public int Expected => Guests.Where(g => g.Holds).Sum(g => Math.Max(0, g.People - g.Arrived));

    /// <summary>Ordinary seats on which nobody sits.</summary>
    public int Free => Math.Max(0, (Capacity ?? 0) - Guests.Sum(g => g.SeatsTaken) - AllWalkIns);
    /// <summary>Those of them that nobody is expected on.</summary>
    public int Left =>
        Math.Max(0, (Capacity ?? 0) - Guests.Sum(g => g.Holds ? Math.Max(g.Seats, g.SeatsTaken) : g.SeatsTaken) - AllWalkIns);

    public static async Task<CheckInSheet> LoadAsync(ScreeningsDb db, DeskGuests guests, string device, CancellationToken cancellationToken)
    {
        var (id, list) = (guests.Card.Id, guests.List);
        var counts = await db.CheckInCounts.AsNoTracking().Where(c => c.ScreeningId == id).ToListAsync(cancellationToken);
        var said = counts.Where(c => c.BookingId is not null).ToLookup(c => c.BookingId!.Value);
        var own = counts.Find(c => c.BookingId is null && c.Device == device);

        var waiting = list.All.Where(b => b.State is BookingState.Waiting or BookingState.Offered)
            .OrderBy(b => b.Turn).ThenBy(b => b.Id).ToList();
        var there = list.All.Except(waiting).Where(b => b.Holds(list.Now) || list.Arrived(b) > 0)
            .OrderBy(b => SearchKey.Of(DeskGuests.NameOf(b)), StringComparer.Ordinal).ThenBy(b => b.Id);
        return new CheckInSheet(device,
            guests.List.Now.ToString("g", CultureInfo.InvariantCulture),
            guests.KeptUntil.ToString("g", CultureInfo.InvariantCulture), list.MostPeople is null ? null : list.Capacity.Seats,
            [.. there.Select(b => Guest(b, Remark(b, list))), .. waiting.Select((b, i) => Guest(b, $"{i + 1}. {guests.Reason(b)}"))],
            [.. list.Gone.Concat(list.Waiting.Where(b => b.State == BookingState.Lapsed)).Where(b => list.Arrived(b) == 0)
                .Select(b => b.Code).OfType<string>()],
            new CheckInWalkIns(list.WalkIns - (own?.People ?? 0), own?.People ?? 0, own?.Number ?? 0));

        CheckInGuest Guest(Booking b, string? remark) =>
            new(b.Id, DeskGuests.NameOf(b), b.Name is null ? null : b.Email,
                b.Code, b.People, b.Party.Places.Seats, DeskGuests.PartyOf(b), b.AccessNeeds, remark,
            b.Holds(list.Now), b.State is BookingState.Waiting or BookingState.Offered,
            said[b.Id].Where(c => c.Device != device).Select(c => c.People).DefaultIfEmpty(0).Max(),
            said[b.Id].FirstOrDefault(c => c.Device == device)?.People ?? 0);
    }

    static string? Remark(Booking booking, GuestList list) => booking.State switch
    {
        BookingState.Unconfirmed => "Has not followed the link in the mail yet.",
        BookingState.Cancelled => "Has cancelled.",
        BookingState.Lapsed => "Holds no seat any more.",
        _ => list.IsTwice(booking) ? "This address is on the list more than once." : null,
    };
}
