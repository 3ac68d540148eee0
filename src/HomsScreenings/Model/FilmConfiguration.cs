using HomsScreenings.Records;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

sealed class FilmConfiguration : IEntityTypeConfiguration<Film>
{
    public void Configure(EntityTypeBuilder<Film> table)
    {
        table.IsRecord();
        table.IsDraftable();
        table.Property(f => f.Title).HasMaxLength(Lengths.Name);
        table.Property(f => f.OriginalTitle).HasMaxLength(Lengths.Name);
        table.Property(f => f.OriginalTitleLanguage).HasMaxLength(Lengths.Language);
        table.Property(f => f.Format).HasMaxLength(Lengths.Line);
        table.Property(f => f.TrailerUrl).HasMaxLength(Lengths.Url);
        table.Property(f => f.Website).HasMaxLength(Lengths.Url);
        table.Property(f => f.Links).HasMaxLength(Lengths.Text);
        table.Property(f => f.AgeRatings).HasMaxLength(AgeRating.MaxLengthOfAll);
        table.Property(f => f.Synopsis).HasMaxLength(Lengths.Text);
        table.Property(f => f.ContentNotes).HasMaxLength(Lengths.Text);
        table.Property(f => f.Notes).HasMaxLength(Lengths.Text);
        table.HasTexts();
        table.Property(f => f.TitleKey).HasMaxLength(Lengths.Name * 4);
        table.HasIndex(f => f.TitleKey);
        table.Property(f => f.LanguagesKey).HasMaxLength(CodesKey.MaxLength);
        table.IsOneOf<Film, FilmKind>(nameof(Film.Kind));
        table.Never("released_before_film", $"\"ReleaseYear\" < {Years.First}");
        table.HasOne(f => f.Organisation).WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(f => f.WatchOffers).WithOne().HasForeignKey(w => w.FilmId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(f => f.Stills).WithOne().HasForeignKey(s => s.FilmId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class RunningTimeConfiguration : IEntityTypeConfiguration<RunningTime>
{
    public void Configure(EntityTypeBuilder<RunningTime> table)
    {
        table.Property(r => r.Cut).HasMaxLength(Lengths.Name);
        table.Property(r => r.Source).HasMaxLength(Lengths.Line);
        table.Never("no_time_at_all", "\"Minutes\" < 1");
        table.HasOne(r => r.Film).WithMany(f => f.RunningTimes).HasForeignKey(r => r.FilmId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class CreditConfiguration : IEntityTypeConfiguration<Credit>
{
    public void Configure(EntityTypeBuilder<Credit> table)
    {
        table.Property(c => c.Role).HasMaxLength(Lengths.Name);
        table.HasIndex(c => new { c.FilmId, c.PersonId, c.Role }).IsUnique();
        table.HasOne(c => c.Film).WithMany(f => f.Credits).HasForeignKey(c => c.FilmId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(c => c.Person).WithMany(p => p.Credits).HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class WatchOfferConfiguration : IEntityTypeConfiguration<WatchOffer>
{
    public void Configure(EntityTypeBuilder<WatchOffer> table)
    {
        table.Property(w => w.Provider).HasMaxLength(Lengths.Name);
        table.Property(w => w.Url).HasMaxLength(Lengths.Url);
        table.Property(w => w.Price).HasPrecision(Amounts.Digits, Amounts.Decimals);
        table.Property(w => w.Currency).HasMaxLength(Lengths.Currency);
        table.IsOneOf<WatchOffer, OfferKind>(nameof(WatchOffer.Offer));
        table.Never("price_without_currency", "\"Price\" IS NOT NULL AND \"Currency\" IS NULL");
    }
}

sealed class StillConfiguration : IEntityTypeConfiguration<Still>
{
    public void Configure(EntityTypeBuilder<Still> table)
    {
        table.Property(s => s.Caption).HasMaxLength(Lengths.Line);
        table.Property(s => s.Credit).HasMaxLength(Lengths.Line);
        table.Property(s => s.AltText).HasMaxLength(Lengths.Line);
        table.Property(s => s.Source).HasMaxLength(Lengths.Line);
        table.Property(s => s.Url).HasMaxLength(Lengths.Url);
    }
}
