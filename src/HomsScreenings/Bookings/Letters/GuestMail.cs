using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.Bookings.Letters;

/// <summary>All that a mail to a guest is made of, as it stands when the mail is worded.</summary>
public sealed record GuestMail : PendingLetter
{
    public required GuestMailKind Kind { get; init; }
    public required Instant WrittenAt { get; init; }
    public int BookingId { get; init; }
    /// <summary>In the guest's language.</summary>
    public required ScreeningCard Screening { get; init; }
    /// <summary>Where it really is, for those who have a place.</summary>
    public string? PrivateAddress { get; init; }
    /// <summary>Days after a screening until its guests are forgotten.</summary>
    public int KeepDays { get; init; } = GuestOptions.DefaultKeepDays;

    public required BookingState State { get; init; }
    public required Party Party { get; init; }
    public string? Code { get; init; }
    public Instant? HeldUntil { get; init; }
    /// <summary>The place on the waiting list, 1 being the next.</summary>
    public int? Position { get; init; }
    /// <summary>Whether the guest was ever given places, or asked to take some.</summary>
    public required bool HadPlaces { get; init; }
    public bool WantsNoReminders { get; init; }

    /// <summary>What the guest knew before.</summary>
    public AnnouncedDetails? DetailsBefore { get; init; }
    /// <summary>What is true now.</summary>
    public AnnouncedDetails? DetailsNow { get; init; }
    /// <summary>What both call venues and people, in the guest's language.</summary>
    public SpokenNames Names { get; init; } = SpokenNames.None;
    public string? Question { get; init; }
    public string? Answer { get; init; }

    public bool HasPlaces => State.HasPlaces;

    /// <summary>Whether the exact address is kept from those who have no place.</summary>
    public bool HidesAddress => PrivateAddress is not null && !HasPlaces;

    /// <summary>
    /// The screening as this guest may know it: for those who have a place, what the venue is not told to be is the private address.
    /// </summary>
    public ScreeningCard AnnouncedScreening => PrivateAddress is not { } address || !HasPlaces ? Screening
        : Screening.VenueName is null ? Screening with { VenueName = address } : Screening with { Address = address };

    public override LetterToken Token => new(TokenPurpose.Booking, BookingId);

    public override DeskReference About => new("Screening", Screening.Slug, $"/organise/screenings/{Screening.Slug}/edit");

    /// <summary>Whether a guest may do without it, and stop it with one click.</summary>
    public bool CanBeStopped => Kind is GuestMailKind.Reminder or GuestMailKind.Thanks;

    public override Letter Write(MailSite site, string secret) => GuestLetter.Write(this, site, secret);

    public override LetterAttachment? Attachment(MailSite site) =>
        GuestCalendar.Of(this, site.Address) is { } bytes ? new(GuestCalendar.FileName, "calendar", "PUBLISH", bytes) : null;

    public override string? UnsubscribeAddress(MailSite site, string secret) =>
        CanBeStopped ? site.Address + Language.Path($"/bookings/{secret}/unsubscribe") : null;

    public override string? WhyNot(Instant now) => Kind switch
    {
        _ when Recipient is null => "The guest has been forgotten.",
        // Who was written to too late is told so.
        GuestMailKind.Confirm when !(State == BookingState.Lapsed ? Screening.IsOn && !Screening.IsOver(now)
            : State == BookingState.Unconfirmed && !(HeldUntil <= now)) => "There is nothing to confirm any more.",
        GuestMailKind.Booked when !HasPlaces => "The booking has ended since.",
        GuestMailKind.Waiting when State != BookingState.Waiting => "The guest is not on the waiting list any more.",
        GuestMailKind.OffersEnded when State != BookingState.Waiting => "The guest is not on the waiting list any more.",
        GuestMailKind.OffersEnded when Screening.StartsAt <= now => "The screening has begun.",
        GuestMailKind.Offer when State != BookingState.Offered || HeldUntil <= now => "The offer has ended.",
        GuestMailKind.PartyChanged or GuestMailKind.Changed or GuestMailKind.CalledOff or GuestMailKind.AlreadyBooked
            when !IsStanding => "The booking has ended since.",
        GuestMailKind.CalledOff when Screening.IsOn => "The screening takes place again.",
        GuestMailKind.Changed or GuestMailKind.Reminder or GuestMailKind.OffersEnded
            when !Screening.IsOn => "The screening does not take place.",
        GuestMailKind.Changed when Screening.IsOver(now) => "The screening is over.",
        GuestMailKind.Changed when GuestChanges.Of(this).Count == 0 => "Everything is again as the guest knew it.",
        GuestMailKind.Reminder when !HasPlaces => "The booking has ended since.",
        GuestMailKind.Reminder when Screening.StartsAt <= now => "The screening has begun.",
        GuestMailKind.Reminder or GuestMailKind.Thanks when WantsNoReminders => "The guest wants no reminders.",
        GuestMailKind.Thanks when !Screening.IsOver(now) => "The screening is still to come.",
        GuestMailKind.Answer when Answer is null => "The question is gone.",
        _ => null,
    };

    bool IsStanding => State.IsActive();
}
