using HomsScreenings.Records;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>Who presents screenings: a campaign, a cinema, a festival, a foundation.</summary>
public sealed class Organisation : IPictured
{
    public int Id { get; private set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    /// <summary>About the organisation, in Markdown.</summary>
    public string? About { get; set; }
    public string? Website { get; set; }
    /// <summary>Where the public may write; shown on the page.</summary>
    public string? PublicEmail { get; set; }
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
    public List<Picture> Pictures { get; } = [];
    public PictureFile? MainPicture { get; set; }
    public string NameKey { get => SearchKey.Of(Name); private set => _ = value; }
    public List<Member> Members { get; } = [];
}

sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> table)
    {
        table.IsRecord();
        table.Property(o => o.Name).HasMaxLength(Lengths.Name);
        table.Property(o => o.About).HasMaxLength(Lengths.Text);
        table.Property(o => o.Website).HasMaxLength(Lengths.Url);
        table.Property(o => o.PublicEmail).HasMaxLength(Lengths.Line);
        table.Property(o => o.NameKey).HasMaxLength(Lengths.Name * 2);
    }
}
