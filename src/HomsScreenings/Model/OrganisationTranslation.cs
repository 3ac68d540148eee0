using HomsScreenings.Records;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>The texts of an organisation in another language.</summary>
public sealed class OrganisationTranslation : ITranslation
{
    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public required string Language { get; set; }
    public string? Name { get; set; }
    /// <summary>In Markdown.</summary>
    public string? About { get; set; }
    public string? Disclaimer { get; set; }
    public string NameKey { get => SearchKey.Of(Name); private set => _ = value; }
    public bool IsEmpty => (Name ?? About ?? Disclaimer) is null;
    public (Type, int) PartOf => (typeof(Organisation), OrganisationId);
}

sealed class OrganisationTranslationConfiguration : IEntityTypeConfiguration<OrganisationTranslation>
{
    public void Configure(EntityTypeBuilder<OrganisationTranslation> table)
    {
        table.ToTable("OrganisationWording");
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Name).HasMaxLength(Lengths.Name);
        table.Property(w => w.About).HasMaxLength(Lengths.Text);
        table.Property(w => w.Disclaimer).HasMaxLength(Organisation.MaxDisclaimer);
        table.Property(w => w.NameKey).HasMaxLength(Lengths.Name * 2);
        table.HasIndex(w => new { w.OrganisationId, w.Language }).IsUnique();
        table.HasOne<Organisation>().WithMany(o => o.Translations).HasForeignKey(w => w.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
