using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>How full it is, as the public is told: the word changes seldom, the count with every booking.</summary>
public enum Availability { Open, Few, WaitingList }

/// <summary>
/// By what rules the seats of one screening are given away here. The row is also the lock under which bookings for the
/// screening queue: whoever decides about its seats locks it first, as the seat ledger does.
/// </summary>
public sealed class SeatRules : IPart
{
    public const int DefaultLargestParty = 6, DefaultOfferHours = 24, DefaultOffersEndHours = 3, DefaultReminderHours = 24;

    /// <summary>How long a place is kept for somebody who has yet to follow the link in the mail.</summary>
    public static readonly Duration LinkHolds = Duration.FromHours(2);

    public int ScreeningId { get; private set; }
    public Screening Screening { get; private set; } = null!;
    public (Type, int) PartOf => (typeof(Screening), ScreeningId);

    /// <summary>When booking opens; null for as soon as it is public.</summary>
    public Instant? OpensAt { get; set; }
    /// <summary>Minutes before the beginning at which booking closes.</summary>
    public int ClosesMinutes { get; set; }
    /// <summary>People in one booking, at most.</summary>
    public int LargestParty { get; set; } = DefaultLargestParty;
    /// <summary>Places for a wheelchair, beside the seats.</summary>
    public int WheelchairPlaces { get; set; }
    /// <summary>Places beside those.</summary>
    public int CompanionPlaces { get; set; }
    /// <summary>Whether a booking stands only once the link in its mail was followed.</summary>
    public bool ConfirmByLink { get; set; }
    /// <summary>Hours that somebody on the waiting list has to take an offered seat.</summary>
    public int OfferHours { get; set; } = DefaultOfferHours;
    /// <summary>Hours before the beginning at which offers end: what is left then goes to the door.</summary>
    public int OffersEndHours { get; set; } = DefaultOffersEndHours;
    /// <summary>Hours before the beginning at which guests are reminded, once; null for never.</summary>
    public int? ReminderHours { get; set; } = DefaultReminderHours;
    /// <summary>Where it really is, told only to those who have booked; the public reads the part of town.</summary>
    public string? PrivateAddress { get; set; }

    /// <summary>Rises with every decision about seats; raising it is what locks the row.</summary>
    public long Revision { get; private set; }
    /// <summary>What the public is told.</summary>
    public Availability Availability { get; private set; }
    /// <summary>The number of the latest <see cref="AnnouncedVersion"/>; 0 before the first.</summary>
    public int FactsNumber { get; private set; }
    /// <summary>When guests are to be written to about what was changed; null when there is nothing to tell.</summary>
    public Instant? NoticeDueAt { get; private set; }

    /// <summary>When booking closes for a screening that begins then; null where nothing is known.</summary>
    public Instant? ClosesAt(Instant? beginning) => beginning - Duration.FromMinutes(ClosesMinutes);

    /// <summary>When offers end for a screening that begins then.</summary>
    public Instant? OffersEndAt(Instant? beginning) => beginning - Duration.FromHours(OffersEndHours);

    /// <summary>The same rules for another screening.</summary>
    public SeatRules Copy() => new()
    {
        OpensAt = OpensAt,
        ClosesMinutes = ClosesMinutes,
        LargestParty = LargestParty,
        WheelchairPlaces = WheelchairPlaces,
        CompanionPlaces = CompanionPlaces,
        ConfirmByLink = ConfirmByLink,
        OfferHours = OfferHours,
        OffersEndHours = OffersEndHours,
        ReminderHours = ReminderHours,
        PrivateAddress = PrivateAddress,
    };
}

sealed class SeatRulesConfiguration : IEntityTypeConfiguration<SeatRules>
{
    public void Configure(EntityTypeBuilder<SeatRules> table)
    {
        table.ToTable("SeatRules");
        table.HasKey(r => r.ScreeningId);
        table.HasOne(r => r.Screening).WithOne(s => s.Seats).HasForeignKey<SeatRules>(r => r.ScreeningId).OnDelete(DeleteBehavior.Cascade);
        table.Property(r => r.PrivateAddress).HasMaxLength(Lengths.Line);
        table.IsOneOf<SeatRules, Availability>(nameof(SeatRules.Availability));
        table.HasIndex(r => r.NoticeDueAt);
        table.Never(
            "negative",
            "\"ClosesMinutes\" < 0 OR \"LargestParty\" < 1 OR \"WheelchairPlaces\" < 0 OR \"CompanionPlaces\" < 0 OR \"OfferHours\" < 1 OR \"OffersEndHours\" < 0 OR \"ReminderHours\" < 1");
        // Only the ledger writes these, with statements of its own; a form that was open meanwhile leaves them alone.
        foreach (var own in new[] { nameof(SeatRules.Revision),
            nameof(SeatRules.Availability), nameof(SeatRules.FactsNumber), nameof(SeatRules.NoticeDueAt) })
            table.Property(own).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
