using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>An entry of the journal that is sent by email to those who asked for the newsletter of its organisation.</summary>
public sealed class Mailing
{
    public int Id { get; private set; }
    public required int EntryId { get; init; }
    public JournalEntry? Entry { get; init; }
    /// <summary>BCP 47 tag: only to those who are written to in this language; null for all.</summary>
    public string? Language { get; set; }
    /// <summary>When it is to leave; later where the entry is not public by then.</summary>
    public required Instant PlannedFor { get; set; }
    /// <summary>Who planned it; null once the account is gone.</summary>
    public int? PlannedById { get; set; }
    /// <summary>When its mails were put into the outbox: it is not called back afterwards.</summary>
    public Instant? QueuedAt { get; set; }
    /// <summary>To how many addresses.</summary>
    public int Recipients { get; set; }
}

sealed class MailingConfiguration : IEntityTypeConfiguration<Mailing>
{
    public void Configure(EntityTypeBuilder<Mailing> table)
    {
        table.ToTable("Mailings");
        table.Property(m => m.Language).HasMaxLength(Lengths.Language);
        table.HasIndex(m => new { m.QueuedAt, m.PlannedFor });
        table.HasOne<User>().WithMany().HasForeignKey(m => m.PlannedById).OnDelete(DeleteBehavior.SetNull);
        table.HasOne(m => m.Entry).WithOne(e => e.Mailing).HasForeignKey<Mailing>(m => m.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
