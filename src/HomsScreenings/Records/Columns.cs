using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Records;

/// <summary>How long texts may be: one place for the database, the forms and the loader.</summary>
public static class Lengths
{
    public const int Name = 200;
    public const int Line = 300;
    public const int Text = 20_000;
    public const int Url = 1_000;
    public const int Language = LanguageTags.MaxLength;
    public const int TimeZone = 60;
    public const int PostalCode = 20;
    public const int Country = 2; // ISO 3166-1 alpha-2
    public const int Currency = 3; // ISO 4217
    public const int Uid = 255;
}

static class Columns
{
    /// <summary>What every record has: a unique slug and a version that guards against unseen overwriting.</summary>
    public static void IsRecord<T>(this EntityTypeBuilder<T> table) where T : class, IRecord
    {
        table.Property(r => r.Slug).HasMaxLength(Records.Slug.MaxLength);
        table.HasIndex(r => r.Slug).IsUnique();
        table.Property(r => r.Version).IsConcurrencyToken();
    }

    /// <summary>Whether the public may see it; what was there before there were drafts was public.</summary>
    public static void IsDraftable<T>(this EntityTypeBuilder<T> table) where T : class, IDraftable =>
        table.Property(r => r.IsPublic).HasDefaultValue(true).ValueGeneratedNever();

    /// <summary>The language of the record's own texts; what was there before it could be said is in English.</summary>
    public static void HasTexts<T>(this EntityTypeBuilder<T> table) where T : class, IRecord =>
        table.Property<string>("TextLanguage").HasMaxLength(Lengths.Language).HasDefaultValue(Text.Languages.Language.English.Tag);

    /// <summary>An enum stored by name, and nothing but its names.</summary>
    public static void IsOneOf<T, TEnum>(this EntityTypeBuilder<T> table, string column) where T : class where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>();
        table.Property(column).HasConversion<string>().HasMaxLength(names.Max(n => n.Length));
        table.Never($"{column}_known", $"""NOT "{column}" IN ({string.Join(", ", names.Select(n => $"'{n}'"))})""");
    }

    /// <summary>A constraint, said as what must never be the case.</summary>
    public static void Never<T>(this EntityTypeBuilder<T> table, string name, string condition) where T : class =>
        table.ToTable(t => t.HasCheckConstraint($"CK_{typeof(T).Name}_{name}", $"NOT ({condition})"));
}
