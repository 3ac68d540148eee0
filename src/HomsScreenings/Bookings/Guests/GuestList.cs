using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings.Guests;

/// <summary>All who have to do with one screening, with what is free and who is in: what the guest list and the door show.</summary>
public sealed class GuestList
{
    readonly Dictionary<int, int> _arrived;
    readonly Dictionary<int, GuestMailTrouble> _trouble;
    readonly HashSet<string> _twice;

    GuestList(BookableScreening standing, IReadOnlyList<Booking> all,
        Dictionary<int, int> arrived, int walkIns, Dictionary<int, GuestMailTrouble> trouble, Instant now)
    {
        (Bookable, All, _arrived, WalkIns, _trouble, Now) = (standing, all, arrived, walkIns, trouble, now);
        _twice = [
            .. all.Where(b => b is { IsActive: true, Email: not null }).GroupBy(b => b.Email!.ToUpperInvariant(), StringComparer.Ordinal)
                .Where(g => g.Count() > 1).Select(g => g.Key)];
    }

    public BookableScreening Bookable { get; }
    public Instant Now { get; }
    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<Booking> All { get; }
    /// <summary>People in the room who have no booking.</summary>
    public int WalkIns { get; }

    /// <summary>A screening to which one just comes has no rules for its seats, only seats.</summary>
    public SeatCounts Capacity =>
        Bookable.Rules is null ? new SeatCounts(Bookable.OwnSeats ?? Bookable.RoomSeats ?? 0, 0, 0) : Bookable.Capacity;

    /// <summary>How many people the house holds; null where nobody has said.</summary>
    public int? MostPeople => Capacity.Seats + Capacity.Wheelchairs + Capacity.Companions is > 0 and var most ? most : null;

    /// <summary>What nobody holds.</summary>
    public SeatCounts Free => All.Where(b => b.Holds(Now)).Aggregate(Capacity, (free, b) => free - b.Party.Places);

    /// <summary>Those who have places, or are about to have them.</summary>
    public IEnumerable<Booking> Booked => All.Where(b => b.State is BookingState.Booked or BookingState.Unconfirmed);

    /// <summary>Those who wait or were offered places, in their order, with those who let an offer lapse.</summary>
    public IEnumerable<Booking> Waiting =>
        All.Where(b => b.State is BookingState.Waiting or BookingState.Offered || b is { State: BookingState.Lapsed, OfferedAt: not null })
        .OrderBy(b => b.Turn).ThenBy(b => b.Id);

    /// <summary>Those who come no more.</summary>
    public IEnumerable<Booking> Gone =>
        All.Where(b => b.State == BookingState.Cancelled || b is { State: BookingState.Lapsed, OfferedAt: null });

    public int Arrived(Booking booking) => _arrived.GetValueOrDefault(booking.Id);

    public int InTheRoom => _arrived.Values.Sum() + WalkIns;

    /// <summary>People who have a place and are not in yet.</summary>
    public int Expected => All.Where(b => b.Holds(Now)).Sum(b => Math.Max(0, b.People - Arrived(b)));

    /// <summary>Whether the address of a booking stands on the list more than once.</summary>
    public bool IsTwice(Booking booking) =>
        booking is { IsActive: true, Email: { } address } && _twice.Contains(address.ToUpperInvariant());

    /// <summary>What is wrong with the latest mail to the guest of a booking; null where nothing is.</summary>
    public GuestMailTrouble? Trouble(Booking booking) => _trouble.TryGetValue(booking.Id, out var trouble) ? trouble : null;

    /// <summary>How many people (and their places) the bookings come to that are of a state.</summary>
    public static Party SumOf(IEnumerable<Booking> bookings) =>
        bookings.Aggregate(
            new Party(0), (sum, b) => new(sum.People + b.People, sum.Wheelchairs + b.Wheelchairs, sum.Companions + b.Companions));

    /// <summary>Whether a booking is looked for with these words: by name, by address, by code.</summary>
    public static bool Matches(Booking booking, string? query)
    {
        if (string.IsNullOrWhiteSpace(query)) return true;
        if (booking.Code is { } code && BookingCode.Read(query) is { Length: > 2 } typed && code.Contains(typed, StringComparison.Ordinal))
            return true;
        var key = SearchKey.Of(booking.Name, booking.Email);
        return SearchKey.Words(query).All(word => key.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The guests of a screening; null where it has just been deleted.</summary>
    public static async Task<GuestList?> LoadAsync(ScreeningsDb db, int screeningId, Instant now, CancellationToken cancellationToken)
    {
        if (await db.Screenings.AsNoTracking().Where(s => s.Id == screeningId).Select(BookableScreening.Of)
            .SingleOrDefaultAsync(cancellationToken) is not { } standing) return null;
        var all = await db.Bookings.AsNoTracking().Where(b => b.ScreeningId == screeningId).OrderBy(b => b.CreatedAt).ThenBy(b => b.Id)
            .ToListAsync(cancellationToken);
        var arrived = await db.Arrivals().Where(a => a.ScreeningId == screeningId)
            .ToDictionaryAsync(a => a.BookingId, a => a.People, cancellationToken);
        var walkIns = await db.CheckInCounts.Where(c => c.ScreeningId == screeningId && c.BookingId == null)
            .SumAsync(c => c.People, cancellationToken);
        var trouble = await db.GuestMailTroubleAsync(screeningId, cancellationToken);
        return new GuestList(standing, all, arrived, walkIns, trouble, now);
    }
}
