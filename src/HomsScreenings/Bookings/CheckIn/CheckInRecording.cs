using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings.CheckIn;

/// <summary>One thing that a device says, see <see cref="CheckInCount"/>.</summary>
/// <param name="Booking">Whose guests; null for those without a booking.</param>
/// <param name="People">How many are in, by this device.</param>
/// <param name="Number">The device's own count of what it has said.</param>
/// <param name="Clear">Whether what other devices said of this booking is taken back with it: somebody at this one knows better.</param>
public sealed record CheckInRegister(int? Booking, int People, long Number, bool Clear = false)
{
    /// <summary>More than any house holds.</summary>
    public const int MaxPeople = 100_000;

    /// <summary>
    /// More than any device says: what is counted in milliseconds by the script of the door, which knows no larger whole number.
    /// </summary>
    public const long MaxNumber = 1L << 53;
}

/// <summary>Takes down what devices at the door say.</summary>
public static class CheckInRecording
{
    extension(ScreeningsDb db)
    {
        /// <summary>
        /// Takes down what a device says, as often as it says it. What was overtaken by something that the same device
        /// said later is passed over, and so is a booking of another screening.
        /// </summary>
        /// <returns>How many were news.</returns>
        public async Task<int> RecordCheckInsAsync(int screeningId,
            string device, IReadOnlyCollection<CheckInRegister> said, CancellationToken cancellationToken)
        {
            var latest = said.GroupBy(r => r.Booking ?? 0).Select(g => g.OrderByDescending(r => r.Number).First()).ToList();
            if (latest.Count == 0) return 0;
            try { return await db.RecordAsync(screeningId, device, latest, cancellationToken); }
            catch (DbUpdateException)
            {
                // The same message arrived twice at once, and the other one came first: now its rows are there.
                db.ChangeTracker.Clear();
                return await db.RecordAsync(screeningId, device, latest, cancellationToken);
            }
        }

        async Task<int> RecordAsync(int screeningId, string device, List<CheckInRegister> said, CancellationToken cancellationToken)
        {
            var asked = said.Select(r => r.Booking).OfType<int>().ToList();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var here = (await db.Bookings.Where(b => b.ScreeningId == screeningId && asked.Contains(b.Id)).Select(b => b.Id)
                .ToListAsync(cancellationToken)).ToHashSet();
            var known = (await db.CheckInCounts.Where(c => c.ScreeningId == screeningId && c.Device == device).Select(c => c.BookingId ?? 0)
                .ToListAsync(cancellationToken)).ToHashSet();
            var news = 0;
            foreach (var register in said.Where(r => r.Booking is not { } id || here.Contains(id)))
            {
                var (booking, people, number) = (register.Booking, register.People, register.Number);
                var mine = db.CheckInCounts.Where(c => c.ScreeningId == screeningId && c.BookingId == booking);
                if (!known.Contains(booking ?? 0))
                    db.CheckInCounts.Add(
                        new CheckInCount
                        {
                            ScreeningId = screeningId,
                            Device = device,
                            BookingId = booking,
                            People = people,
                            Number = number
                        });
                else if (await mine.Where(c => c.Device == device && c.Number < number)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.People, people).SetProperty(c => c.Number, number),
                        cancellationToken) == 0) continue;
                // Of those without a booking each device has its own, which nobody else can know better.
                if (register.Clear && booking is not null)
                    await mine.Where(c => c.Device != device && c.People > 0)
                        .ExecuteUpdateAsync(s => s.SetProperty(c => c.People, 0), cancellationToken);
                news++;
            }
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            return news;
        }
    }
}
