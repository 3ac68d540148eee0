using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>
/// By what rules the seats of a screening are given away, in a programme file; null for what is usual. The private
/// address is not among them: a file is handed around, and whoever booked was told it in confidence.
/// </summary>
public sealed record SeatsEntry
{
    public Instant? OpensAt { get; init; }
    public int? ClosesMinutes { get; init; }
    public int? LargestParty { get; init; }
    public int? WheelchairPlaces { get; init; }
    public int? CompanionPlaces { get; init; }
    public bool ConfirmByLink { get; init; }
    public int? OfferHours { get; init; }
    public int? OffersEndHours { get; init; }
    /// <summary>0 for never.</summary>
    public int? ReminderHours { get; init; }

    /// <summary>The rules for which nothing need be said.</summary>
    public static SeatsEntry AsUsual { get; } = new();

    static readonly SeatRules Usual = new();

    public static SeatsEntry Of(SeatRules rules) => new()
    {
        OpensAt = rules.OpensAt,
        ClosesMinutes = Unusual(rules.ClosesMinutes, Usual.ClosesMinutes),
        LargestParty = Unusual(rules.LargestParty, Usual.LargestParty),
        WheelchairPlaces = Unusual(rules.WheelchairPlaces, Usual.WheelchairPlaces),
        CompanionPlaces = Unusual(rules.CompanionPlaces, Usual.CompanionPlaces),
        ConfirmByLink = rules.ConfirmByLink,
        OfferHours = Unusual(rules.OfferHours, Usual.OfferHours),
        OffersEndHours = Unusual(rules.OffersEndHours, Usual.OffersEndHours),
        ReminderHours = Unusual(rules.ReminderHours ?? 0, Usual.ReminderHours ?? 0),
    };

    static int? Unusual(int value, int usual) => value == usual ? null : value;

    /// <summary>Makes the rules what the file says, and leaves the private address as it is.</summary>
    public void ApplyTo(SeatRules rules)
    {
        rules.OpensAt = OpensAt;
        rules.ClosesMinutes = ClosesMinutes ?? Usual.ClosesMinutes;
        rules.LargestParty = LargestParty ?? Usual.LargestParty;
        rules.WheelchairPlaces = WheelchairPlaces ?? Usual.WheelchairPlaces;
        rules.CompanionPlaces = CompanionPlaces ?? Usual.CompanionPlaces;
        rules.ConfirmByLink = ConfirmByLink;
        rules.OfferHours = OfferHours ?? Usual.OfferHours;
        rules.OffersEndHours = OffersEndHours ?? Usual.OffersEndHours;
        rules.ReminderHours = ReminderHours is 0 ? null : ReminderHours ?? Usual.ReminderHours;
    }
}
