using HomsScreenings.Records;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>The texts of a person in another language.</summary>
public sealed class PersonTranslation : ITranslation
{
    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public required string Language { get; set; }
    public string? Name { get; set; }
    /// <summary>In Markdown.</summary>
    public string? About { get; set; }
    public string NameKey { get => SearchKey.Of(Name); private set => _ = value; }
    public bool IsEmpty => (Name ?? About) is null;
    public (Type, int) PartOf => (typeof(Person), PersonId);
}

sealed class PersonTranslationConfiguration : IEntityTypeConfiguration<PersonTranslation>
{
    public void Configure(EntityTypeBuilder<PersonTranslation> table)
    {
        table.ToTable("PersonWording");
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Name).HasMaxLength(Lengths.Name);
        table.Property(w => w.About).HasMaxLength(Lengths.Text);
        table.Property(w => w.NameKey).HasMaxLength(Lengths.Name * 2);
        table.HasIndex(w => new { w.PersonId, w.Language }).IsUnique();
        table.HasOne<Person>().WithMany(p => p.Translations).HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
