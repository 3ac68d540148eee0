using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Storage;

/// <summary>Who does what only one process may do at a time.</summary>
public static class LeaseQueries
{
    extension(ScreeningsDb db)
    {
        /// <summary>Makes the row of a lease that nobody has, unless there is one: a new kind of work needs no migration.</summary>
        public Task MakeLeaseAsync(string name, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Leases" ("Name", "Holder", "Until") VALUES ({name}, '', {DateTime.UnixEpoch}) ON CONFLICT ("Name") DO NOTHING""", cancellationToken);
    }

    extension(DbSet<Lease> leases)
    {
        /// <summary>
        /// Takes or prolongs a lease of which there is a row; false while another process has it. One that would end much
        /// later than any that could be taken now was taken by a clock that ran ahead, and its holder may be long dead: it
        /// counts for nothing. As much again as its own length is left to clocks that go differently.
        /// </summary>
        public async Task<bool> AcquireAsync(string name, string holder, Instant now, Instant until, CancellationToken cancellationToken)
        {
            var tooLate = until + (until - now);
            return await leases
                .Where(l => l.Name == name && (l.Holder == holder || l.Until <= now || l.Until > tooLate))
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, holder).SetProperty(l => l.Until, until), cancellationToken) == 1;
        }

        /// <summary>Gives back all that a process has, so that another need not wait for their end.</summary>
        public Task ReleaseAsync(string holder, Instant now, CancellationToken cancellationToken) => leases
            .Where(l => l.Holder == holder && l.Until > now).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, now), cancellationToken);
    }
}
