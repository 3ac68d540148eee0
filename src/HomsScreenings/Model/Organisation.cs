using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>Who presents screenings: a campaign, a cinema, a festival, a foundation.</summary>
public sealed class Organisation : IPictured
{
    public const int MaxDisclaimer = 1_000, MaxLinks = 12;

    public int Id { get; private set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    /// <summary>About the organisation, in Markdown.</summary>
    public string? About { get; set; }
    /// <summary>What stands under each of its entries in the journal: 'The views are those of the author.'</summary>
    public string? Disclaimer { get; set; }
    public string? Website { get; set; }
    /// <summary>Its pages elsewhere, with https.</summary>
    public List<string> Links { get; set; } = [];
    /// <summary>Where the public may write; shown on the page.</summary>
    public string? PublicEmail { get; set; }
    /// <summary>BCP 47 tag of the texts that stand here; other languages have their <see cref="Translations"/>.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
    public List<Picture> Pictures { get; } = [];
    public PictureFile? MainPicture { get; set; }
    public string NameKey { get => SearchKey.Of(Name); private set => _ = value; }
    public List<Member> Members { get; } = [];
    public List<OrganisationTranslation> Translations { get; } = [];

    static readonly Rule<Func<Organisation, string, string>> NameRule = new((o, language) =>
        o.Translations.In(language, t => t.Name) ?? o.Name);

    /// <summary>The name in the language that is spoken, where it has one there.</summary>
    [Rule(nameof(NameRule))]
    public string NameIn(string language) => NameRule.Run(this, language);

    public void SetTranslations(IEnumerable<OrganisationTranslation> wanted) =>
        Translations.SetTranslations(TextLanguage, wanted, w => (w.Language, w.Name, w.About, w.Disclaimer));
}

sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> table)
    {
        table.IsRecord();
        table.Property(o => o.Name).HasMaxLength(Lengths.Name);
        table.Property(o => o.About).HasMaxLength(Lengths.Text);
        table.Property(o => o.Disclaimer).HasMaxLength(Organisation.MaxDisclaimer);
        table.Property(o => o.Links).HasMaxLength(Lengths.Url * 6);
        table.Property(o => o.Website).HasMaxLength(Lengths.Url);
        table.Property(o => o.PublicEmail).HasMaxLength(Lengths.Line);
        table.HasTexts();
        table.Property(o => o.NameKey).HasMaxLength(Lengths.Name * 2);
    }
}
