using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Jobs;

/// <summary>Takes pictures down on the day after the last on which they may be shown, as UTC counts days.</summary>
sealed class TakeDownPictures(TimeProvider clock) : IBackgroundJob
{
    public string Name => "picture-licences";
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, today) = (services.GetRequiredService<ScreeningsDb>(), clock.Now().InUtc().Date);
        if (!await db.Pictures.AnyAsync(p => p.Until < today && !p.IsTakenDown, cancellationToken)) return;
        await TakeDownAsync<Film>(db, today, cancellationToken);
        await TakeDownAsync<Person>(db, today, cancellationToken);
        await TakeDownAsync<Venue>(db, today, cancellationToken);
        await TakeDownAsync<ScreeningSeries>(db, today, cancellationToken);
        await TakeDownAsync<Organisation>(db, today, cancellationToken);
        await TakeDownAsync<JournalEntry>(db, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    static async Task TakeDownAsync<T>(ScreeningsDb db, LocalDate today, CancellationToken cancellationToken) where T : class, IPictured
    {
        foreach (var record in await db.Set<T>().Where(r => r.Pictures.Any(p => p.Until < today && !p.IsTakenDown))
            .Include(r => r.Pictures).ToListAsync(cancellationToken))
        {
            foreach (var picture in record.Pictures) picture.ShowUntil(picture.Until, today);
            record.ChoosePicture();
        }
    }
}
