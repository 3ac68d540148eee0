using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>How often a subscriber is told what is new at most; never is for who wants newsletters alone.</summary>
public enum SubscriptionRhythm { AtOnce, Weekly, Monthly, Never }

/// <summary>Somebody who follows the programme, or a part of it, by email.</summary>
public sealed class Subscription
{
    /// <summary>How many one address has; and how long the query of a filter is.</summary>
    public const int MaxPerAddress = 10, MaxFilter = 1_000;

    public int Id { get; private set; }
    public required string Email { get; init; }
    /// <summary>The address as it is compared: all in small letters.</summary>
    public required string EmailKey { get; init; }
    /// <summary>What is followed: the query of the programme in its one form, without '?'; empty for everything.</summary>
    public required string Filter { get; set; }
    /// <summary>BCP 47 tag of the language in which it was asked for.</summary>
    public required string Language { get; init; }
    public required SubscriptionRhythm Rhythm { get; set; }
    public required Instant AskedAt { get; init; }
    /// <summary>When the owner of the address said yes; null as long as nobody did.</summary>
    public Instant? ConfirmedAt { get; set; }
    /// <summary>What happened until then has been told, or is not to be told; a full minute.</summary>
    public required Instant ToldUntil { get; set; }
    /// <summary>When to look what there is to tell; null while something has to happen first.</summary>
    public Instant? DueAt { get; set; }
    /// <summary>Until when nothing is sent; past or null where there is no pause.</summary>
    public Instant? PausedUntil { get; set; }
    /// <summary>Whether they also get the newsletters of the organisations that they follow, of all with everything.</summary>
    public bool Newsletters { get; set; }
    /// <summary>Since when the organisations that they follow may have the address; null where they may not.</summary>
    public Instant? AddressSharedAt { get; set; }
    /// <summary>On how many days mail to the address came back for good, since one arrived.</summary>
    public int HardBounces { get; set; }
    /// <summary>When it did so last; null where none has since one arrived.</summary>
    public Instant? LastBounceAt { get; set; }
    /// <summary>Since when nothing is sent, for mail came back or was unwanted; null while it is sent.</summary>
    public Instant? StoppedAt { get; set; }
    /// <summary>Whether it was stopped because a mail was reported as unwanted.</summary>
    public bool HasComplained { get; set; }

    static readonly Rule<Func<Subscription, bool>> ActiveRule = new(s => s.ConfirmedAt != null && s.StoppedAt == null);

    /// <summary>Whether its owner said yes and nothing has stopped it; there may be a pause all the same.</summary>
    [Rule(nameof(ActiveRule))]
    public bool IsActive => ActiveRule.Run(this);

    public static string KeyOf(string email) => email.ToLowerInvariant();
}

sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> table)
    {
        table.ToTable("Subscriptions");
        table.IsOneOf<Subscription, SubscriptionRhythm>(nameof(Subscription.Rhythm));
        table.Property(s => s.Email).HasMaxLength(Lengths.Line);
        table.Property(s => s.EmailKey).HasMaxLength(Lengths.Line);
        table.Property(s => s.Filter).HasMaxLength(Subscription.MaxFilter);
        table.Property(s => s.Language).HasMaxLength(Lengths.Language);
        table.HasIndex(s => new { s.EmailKey, s.Filter }).IsUnique();
        table.HasIndex(s => s.DueAt);
        table.HasIndex(s => new { s.Rhythm, s.ToldUntil });
        table.HasIndex(s => new { s.ConfirmedAt, s.AskedAt });
        table.HasIndex(s => s.LastBounceAt);
        table.HasIndex(s => s.StoppedAt);
    }
}
