using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

sealed class SeriesConfiguration : IEntityTypeConfiguration<ScreeningSeries>
{
    public void Configure(EntityTypeBuilder<ScreeningSeries> table)
    {
        table.ToTable("Series");
        table.IsRecord();
        table.Property(s => s.Title).HasMaxLength(Lengths.Name);
        table.Property(s => s.DatesNote).HasMaxLength(Lengths.Line);
        table.Property(s => s.Description).HasMaxLength(Lengths.Text);
        table.Property(s => s.Invitation).HasMaxLength(Lengths.Text);
        table.HasTexts();
        table.Property(s => s.TitleKey).HasMaxLength(Lengths.Name * 2);
        table.Property(s => s.PublishedAt);
        table.IsOneOf<ScreeningSeries, SeriesKind>(nameof(ScreeningSeries.Kind));
        table.Never("ends_before_it_starts", "\"Ends\" < \"Starts\"");
        table.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> table)
    {
        table.Property(p => p.Part).HasMaxLength(Lengths.Line);
        table.HasIndex(p => new { p.SeriesId, p.OrganisationId }).IsUnique();
        table.HasOne(p => p.Series).WithMany(s => s.Partners).HasForeignKey(p => p.SeriesId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
