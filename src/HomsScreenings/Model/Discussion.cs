using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// The comments under an entry of the journal, a film or a screening: whether anybody may write one, and those that were written.
/// What has no discussion was never opened to comments.
/// </summary>
public sealed class Discussion : IShown
{
    public int Id { get; private set; }

    /// <summary>What it is about: exactly one of the three.</summary>
    public int? EntryId { get; init; }
    public JournalEntry? Entry { get; init; }
    public int? FilmId { get; init; }
    public Film? Film { get; init; }
    public int? ScreeningId { get; init; }
    public Screening? Screening { get; init; }

    /// <summary>Whether anybody may write one. What was accepted is shown whether it is open or not.</summary>
    public bool IsOpen { get; set; }
    /// <summary>The last day on which one may be written, by UTC; null without an end.</summary>
    public LocalDate? LastDay { get; set; }
    /// <summary>Whether every comment waits for a moderator; otherwise those of a writer who has one accepted comment do not.</summary>
    public bool HoldsAll { get; set; }

    public List<Comment> Comments { get; } = [];

    static readonly Rule<Func<Discussion, int?>> OwnerRule = new(d => d.Film != null ? d.Film.OrganisationId
        : d.Entry != null ? d.Entry.OrganisationId : d.Screening!.OrganisationId);

    /// <summary>The organisation that owns what it is about; null for what belongs to the site's editors.</summary>
    [Rule(nameof(OwnerRule))]
    public int? OwnerId => OwnerRule.Run(this);

    /// <summary>Whether it is open is said with the rest of the page.</summary>
    public Area ShownIn => Area.Programme;
}

sealed class DiscussionConfiguration : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> table)
    {
        table.ToTable("Discussions");
        table.Ignore(d => d.ShownIn).Ignore(d => d.OwnerId);
        table.HasOne(d => d.Entry).WithOne(e => e.Discussion).HasForeignKey<Discussion>(d => d.EntryId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(d => d.Film).WithOne(f => f.Discussion).HasForeignKey<Discussion>(d => d.FilmId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(d => d.Screening).WithOne(s => s.Discussion).HasForeignKey<Discussion>(d => d.ScreeningId)
            .OnDelete(DeleteBehavior.Cascade);
        table.Never("about_not_one", """
            (CASE WHEN "EntryId" IS NULL THEN 0 ELSE 1 END + CASE WHEN "FilmId" IS NULL THEN 0 ELSE 1 END
            + CASE WHEN "ScreeningId" IS NULL THEN 0 ELSE 1 END) <> 1
            """);
    }
}
