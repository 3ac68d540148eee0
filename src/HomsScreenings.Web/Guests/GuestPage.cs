using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.Web.Guests;

/// <summary>What a guest's own pages are about: the booking behind the link, its screening, and the state of the booking now.</summary>
/// <param name="Token">What the address of the page ends in; it is shown nowhere else and never logged.</param>
/// <param name="Booking">Not tracked.</param>
/// <param name="Card">The screening as this guest knows it: who has a place, with the private address, where it has one.</param>
/// <param name="Bookable">Its rules and times.</param>
/// <param name="Place">The number on the waiting list; 0 for a guest who does not wait.</param>
/// <param name="Now">When the page was asked for.</param>
public sealed record GuestPage(string Token, Booking Booking, ScreeningCard Card, BookableScreening Bookable, int Place, Instant Now)
{
    /// <summary>The address of the guest's page, or of one below it.</summary>
    public string Path(string below = "") => $"/bookings/{Token}{below}";

    public bool IsOver => Card.IsOver(Now);
    public bool HasBegun => Bookable.Beginning <= Now;

    /// <summary>Whether it still takes place, as far as anybody knows.</summary>
    public bool IsToCome => Bookable.IsOn && !IsOver;

    /// <summary>Where it stands: what was held for too long has lapsed, whether or not that has been noted.</summary>
    public BookingState State => Booking.HeldUntil <= Now ? BookingState.Lapsed : Booking.State;

    public bool IsActive => State.IsActive();

    /// <summary>Whether there is something to show at the door.</summary>
    public bool HasTicket => State.HasPlaces && IsToCome;

    /// <summary>Whether the exact address is kept from them as long as they have no place.</summary>
    public bool LearnsAddressLater => Bookable.Rules.PrivateAddress is not null && !State.HasPlaces && IsActive;

    public bool MayConfirm => State == BookingState.Unconfirmed && IsToCome;
    public bool MayAccept => State == BookingState.Offered && IsToCome;
    public bool MayCancel => IsActive && !IsOver;
    public bool MayChangeParty => IsActive && IsToCome && !HasBegun;

    /// <summary>Whether the question afterwards is asked: only of guests who had a place at a screening that took place.</summary>
    public bool MayAnswer => State.HasPlaces && Bookable.IsOn && IsOver;
}
