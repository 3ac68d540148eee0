using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

sealed class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> table)
    {
        table.ToTable("JournalEntries");
        table.IsRecord();
        table.HasTexts();
        table.IsOneOf<JournalEntry, EntryKind>(nameof(JournalEntry.Kind));
        table.IsOneOf<JournalEntry, EntryStatus>(nameof(JournalEntry.Status));
        table.IsOneOf<JournalEntry, RatingScale>(nameof(JournalEntry.RatingScale));
        table.Property(e => e.Title).HasMaxLength(Lengths.Name);
        table.Property(e => e.Standfirst).HasMaxLength(JournalEntry.MaxStandfirst);
        table.Property(e => e.Body).HasMaxLength(JournalEntry.MaxBody);
        table.Property(e => e.Byline).HasMaxLength(Lengths.Name);
        table.Property(e => e.AuthorNote).HasMaxLength(Lengths.Line);
        table.Property(e => e.Publication).HasMaxLength(Lengths.Name);
        table.Property(e => e.Issue).HasMaxLength(Lengths.Name);
        table.Property(e => e.OriginalUrl).HasMaxLength(Lengths.Url);
        table.Property(e => e.Correction).HasMaxLength(Lengths.Line);
        table.Property(e => e.WithdrawalReason).HasMaxLength(Lengths.Line);
        table.Ignore(e => e.BestRating).Ignore(e => e.IsPublic);
        table.HasIndex(e => new { e.Status, e.PublishedAt });
        table.Never("scheduled_for_no_time", "(\"Status\" = 'Scheduled') <> (\"ScheduledFor\" IS NOT NULL)");
        table.Never("public_since_no_time", "\"Status\" IN ('Published', 'Withdrawn') AND \"PublishedAt\" IS NULL");
        table.Never("rated_and_no_review", "\"Rating\" IS NOT NULL AND \"Kind\" <> 'Review'");
        table.Never("rated_beyond_its_scale", """
            "Rating" < 0 OR "Rating" > 10 OR ("Rating" > 5 AND "RatingScale" = 'FiveStars')
            """);
        table.HasOne(e => e.Author).WithMany().HasForeignKey(e => e.AuthorId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne(e => e.Organisation).WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
