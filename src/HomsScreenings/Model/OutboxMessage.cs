using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// A mail to be sent. Written in the transaction that caused it, sent afterwards, as often as it takes. It says only what
/// it is about and is worded when it is sent, so that no address, name or link lies here, and what it says is true when
/// it leaves.
/// </summary>
public sealed class OutboxMessage
{
    public const int MaxKindLength = 40;

    public int Id { get; init; }
    /// <summary>
    /// The same at every try, so that a mail that was sent twice can be told as one (RFC 5322, 3.6.4). The site's name is
    /// added then.
    /// </summary>
    public required string MessageId { get; init; }
    /// <summary>Who words it: 'booking.booked', 'account.invitation'.</summary>
    public required string Kind { get; init; }
    /// <summary>The number of what it is about; the kind says of what.</summary>
    public required int SubjectId { get; init; }
    /// <summary>A further number that some kinds need.</summary>
    public int? Detail { get; init; }
    /// <summary>BCP 47 tag of the language in which it was asked for; null where the subject itself says in which to write.</summary>
    public string? Language { get; init; }
    /// <summary>Whether it is one of very many alike: it leaves once nothing else waits.</summary>
    public bool IsBulk { get; init; }
    public required Instant CreatedAt { get; init; }
    /// <summary>When it left, or when there was nothing to say any more: <see cref="LastError"/> then says why.</summary>
    public Instant? SentAt { get; set; }
    public int Attempts { get; set; }
    /// <summary>When it may be tried (again); the process that tries moves it on first, so that no other tries too.</summary>
    public required Instant DueAt { get; set; }
    /// <summary>What the mail server said last.</summary>
    public string? LastError { get; set; }
    public List<OutboxAttempt> Tries { get; } = [];

    public static string NewMessageId() => Guid.NewGuid().ToString("N");

    /// <summary>A mail that is due at once.</summary>
    public static OutboxMessage New(string kind, int subjectId, Instant now, int? detail = null, string? language = null) => new()
    {
        MessageId = NewMessageId(),
        Kind = kind,
        SubjectId = subjectId,
        Detail = detail,
        Language = language,
        CreatedAt = now,
        DueAt = now,
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
        table.Property(m => m.Kind).HasMaxLength(OutboxMessage.MaxKindLength);
        table.Property(m => m.Language).HasMaxLength(Lengths.Language);
        table.Property(m => m.LastError).HasMaxLength(Lengths.Line);
        table.HasIndex(m => new { m.SentAt, m.DueAt });
        table.HasIndex(m => new { m.SubjectId, m.Kind });
    }
}
