using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>Which process does something that only one may do at a time, and until when it may count on that.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required string Holder { get; set; }
    public required Instant Until { get; set; }
}

sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    /// <summary>The work beside the requests: mail, and what falls due for guests.</summary>
    public const string Rounds = "rounds";

    public void Configure(EntityTypeBuilder<Lease> table)
    {
        table.ToTable("Leases");
        table.HasKey(l => l.Name);
        table.Property(l => l.Name).HasMaxLength(40);
        table.Property(l => l.Holder).HasMaxLength(40);
        table.HasData(new Lease { Name = Rounds, Holder = "", Until = Instant.FromUnixTimeSeconds(0) });
    }
}

public static class LeaseQueries
{
    extension(DbSet<Lease> leases)
    {
        /// <summary>Takes or prolongs the lease of the work beside the requests; false while another process has it.</summary>
        public async Task<bool> AcquireAsync(string holder, Instant now, Duration length, CancellationToken cancellationToken)
        {
            var until = now + length;
            return await leases.Where(l => l.Name == LeaseConfiguration.Rounds && (l.Holder == holder || l.Until <= now))
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, holder).SetProperty(l => l.Until, until), cancellationToken) == 1;
        }

        /// <summary>Gives it back, so that another need not wait for its end.</summary>
        public Task ReleaseAsync(string holder, Instant now, CancellationToken cancellationToken) => leases
            .Where(l => l.Name == LeaseConfiguration.Rounds && l.Holder == holder).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, now), cancellationToken);
    }
}
