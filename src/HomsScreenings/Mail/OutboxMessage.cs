using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Mail;

/// <summary>A mail to be sent. Written in the transaction that caused it, sent afterwards, as often as it takes.</summary>
public sealed class OutboxMessage
{
    public int Id { get; init; }
    /// <summary>The same at every attempt, so that a mail that was sent twice can be told as one (RFC 5322, 3.6.4).</summary>
    public required string MessageId { get; init; }
    public required string Recipient { get; init; }
    public required string Subject { get; init; }
    /// <summary>Plain text. Erased once it has been sent, for it may hold a link that opens something.</summary>
    public required string Body { get; set; }
    public required Instant CreatedAt { get; init; }
    public Instant? SentAt { get; set; }
    public int Attempts { get; set; }
    /// <summary>When it may be tried (again); the process that tries moves it on first, so that no other tries too.</summary>
    public required Instant DueAt { get; set; }
    /// <summary>What the mail server said last.</summary>
    public string? LastError { get; set; }
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
    }
}
