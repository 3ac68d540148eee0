using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>What a mail to a guest is about.</summary>
public enum GuestMailKind
{
    /// <summary>Follow the link, then the places are yours.</summary>
    Confirm,
    Booked, Waiting, PartyChanged,
    /// <summary>Cancelled by the guest, or by the organisers.</summary>
    Cancelled, Withdrawn,
    Offer, OfferLapsed,
    /// <summary>The screening has another time, place or programme; or does not take place.</summary>
    Changed, CalledOff,
    Reminder, Thanks, Answer,
}

/// <summary>
/// A mail to be sent. Written in the transaction that caused it, sent afterwards, as often as it takes. A mail to a
/// guest says only what it is about: it is worded when it is sent, so that no address, name or link of theirs lies here,
/// and what it says is true when it leaves.
/// </summary>
public sealed class OutboxMessage
{
    public int Id { get; init; }
    /// <summary>The same at every attempt, so that a mail that was sent twice can be told as one (RFC 5322, 3.6.4).</summary>
    public required string MessageId { get; init; }
    /// <summary>Empty for a mail to a guest, whose booking says where to.</summary>
    public required string Recipient { get; init; }
    /// <summary>Empty for a mail to a guest.</summary>
    public required string Subject { get; init; }
    /// <summary>Plain text. Erased once it has been sent, for it may hold a link that opens something.</summary>
    public required string Body { get; set; }
    public required Instant CreatedAt { get; init; }
    /// <summary>When it left, or when there was nothing to say any more: <see cref="LastError"/> then says why.</summary>
    public Instant? SentAt { get; set; }
    public int Attempts { get; set; }
    /// <summary>When it may be tried (again); the process that tries moves it on first, so that no other tries too.</summary>
    public required Instant DueAt { get; set; }
    /// <summary>What the mail server said last.</summary>
    public string? LastError { get; set; }
    /// <summary>What a mail to a guest is about; null for other mails.</summary>
    public GuestMailKind? Kind { get; init; }
    public int? BookingId { get; private set; }
    public Booking? Booking { get; init; }
    /// <summary>With <see cref="GuestMailKind.Changed"/>: the number of the facts that the guest knew before.</summary>
    public int? FactsBefore { get; init; }
    /// <summary>With <see cref="GuestMailKind.Answer"/>: which question it answers.</summary>
    public int? QuestionId { get; init; }
    public List<OutboxAttempt> Tries { get; } = [];

    internal static string NewMessageId() => Guid.NewGuid().ToString("N");

    /// <summary>A mail to a guest, to be worded when it is sent. Its Message-ID gets the site's name then.</summary>
    public static OutboxMessage ToGuest(GuestMailKind kind, Booking booking,
        Instant now, int? factsBefore = null, int? questionId = null) => new()
        {
            MessageId = NewMessageId(),
            Recipient = "",
            Subject = "",
            Body = "",
            CreatedAt = now,
            DueAt = now,
            Kind = kind,
            Booking = booking,
            FactsBefore = factsBefore,
            QuestionId = questionId,
        };
}

/// <summary>One try to send a mail.</summary>
public sealed class OutboxAttempt
{
    public int Id { get; private set; }
    public required int MessageId { get; init; }
    public required Instant At { get; init; }
    /// <summary>What the mail server said, without addresses; null where it took the mail.</summary>
    public string? Error { get; init; }
}

sealed class OutboxAttemptConfiguration : IEntityTypeConfiguration<OutboxAttempt>
{
    public void Configure(EntityTypeBuilder<OutboxAttempt> table)
    {
        table.ToTable("OutboxAttempts");
        table.Property(a => a.Error).HasMaxLength(Lengths.Line);
        table.HasOne<OutboxMessage>().WithMany(m => m.Tries).HasForeignKey(a => a.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("Outbox");
        table.Property(m => m.MessageId).HasMaxLength(200);
        table.HasIndex(m => m.MessageId).IsUnique();
        table.Property(m => m.Recipient).HasMaxLength(Lengths.Line);
        table.Property(m => m.Subject).HasMaxLength(Lengths.Line);
        table.Property(m => m.LastError).HasMaxLength(Lengths.Line);
        table.HasIndex(m => new { m.SentAt, m.DueAt });
        table.Property(m => m.Kind).HasConversion<string>().HasMaxLength(20);
        table.HasOne(m => m.Booking).WithMany().HasForeignKey(m => m.BookingId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<GuestQuestion>().WithMany().HasForeignKey(m => m.QuestionId).OnDelete(DeleteBehavior.Cascade);
        table.ToTable(t => t.HasCheckConstraint("CK_OutboxMessage_to_nobody", "NOT ((\"Recipient\" = '') <> (\"BookingId\" IS NOT NULL))"));
        table.ToTable(
            t => t.HasCheckConstraint("CK_OutboxMessage_guest_without_kind", "NOT ((\"Kind\" IS NULL) <> (\"BookingId\" IS NULL))"));
    }
}
