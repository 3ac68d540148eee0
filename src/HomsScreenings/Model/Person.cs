using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>Somebody who made a film, is in it, or speaks at a screening. Never a guest.</summary>
public sealed class Person : IPictured, IOwned, IDraftable
{
    public int Id { get; private set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    /// <summary>The name in its own script, where that is not the Latin one.</summary>
    public string? OriginalName { get; set; }
    /// <summary>BCP 47 tag of <see cref="OriginalName"/>.</summary>
    public string? OriginalNameLanguage { get; set; }
    /// <summary>About the person, in Markdown.</summary>
    public string? About { get; set; }
    /// <summary>BCP 47 tag of the texts that stand here; other languages have their <see cref="Translations"/>.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;
    /// <summary>Whether the public may see them; a draft is at the desk alone.</summary>
    public bool IsPublic { get; private set; }
    public int? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
    public List<Picture> Pictures { get; } = [];
    public PictureFile? MainPicture { get; set; }
    /// <summary>Both names in <see cref="SearchKey"/> form.</summary>
    public string NameKey { get => SearchKey.Of(Name, OriginalName); private set => _ = value; }
    public List<Credit> Credits { get; } = [];
    public List<PersonTranslation> Translations { get; } = [];

    static readonly Rule<Func<Person, string, string>> NameRule = new((p, language) => p.Translations.In(language, t => t.Name)
        ?? (p.OriginalNameLanguage == language ? p.OriginalName : null) ?? p.Name);

    static readonly Rule<Func<Person, string, LocalizedTitle>> NamesRule = new((p, language) => LocalizedTitle.Person(
        p.Translations.In(language, t => t.Name), p.Name, p.OriginalName, p.OriginalNameLanguage));

    /// <summary>The name that leads in the language that is spoken.</summary>
    [Rule(nameof(NameRule))]
    public string NameIn(string language) => NameRule.Run(this, language);

    /// <summary>How they are called in the language that is spoken, and otherwise.</summary>
    [Rule(nameof(NamesRule))]
    public LocalizedTitle NamesIn(string language) => NamesRule.Run(this, language);

    public void Publish() => IsPublic = true;

    public void Unpublish() => IsPublic = false;

    public void SetTranslations(IEnumerable<PersonTranslation> wanted) =>
        Translations.SetTranslations(TextLanguage, wanted, w => (w.Language, w.Name, w.About));
}

sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.IsRecord();
        table.IsDraftable();
        table.Property(p => p.Name).HasMaxLength(Lengths.Name);
        table.Property(p => p.OriginalName).HasMaxLength(Lengths.Name);
        table.Property(p => p.OriginalNameLanguage).HasMaxLength(Lengths.Language);
        table.Property(p => p.About).HasMaxLength(Lengths.Text);
        table.HasTexts();
        table.Property(p => p.NameKey).HasMaxLength(Lengths.Name * 4);
        table.HasIndex(p => p.NameKey);
        table.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
