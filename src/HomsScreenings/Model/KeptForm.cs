using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// A form of the desk that could not be saved because whoever had opened it was signed in no more: kept for a while, for
/// that account alone.
/// </summary>
public sealed class KeptForm
{
    public static readonly Duration KeptFor = Duration.FromDays(2);

    /// <summary>Random; the address of the page that offers it again names it.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();
    public required int UserId { get; init; }
    public required Instant KeptAt { get; init; }
    /// <summary>Where it was sent to.</summary>
    public required string Address { get; init; }
    /// <summary>Its fields, as a list of names and values in JSON.</summary>
    public required string Fields { get; init; }
}

sealed class KeptFormConfiguration : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> table)
    {
        table.ToTable("KeptForms");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Address).HasMaxLength(500);
        table.HasOne<User>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
