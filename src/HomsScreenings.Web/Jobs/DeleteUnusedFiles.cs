using HomsScreenings.Storage;
using HomsScreenings.Web.Pictures;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Jobs;

/// <summary>Deletes the files of pictures that no record has: replaced and deleted ones, and what a process left that was ended.</summary>
sealed class DeleteUnusedFiles(PictureStore pictures) : IBackgroundJob
{
    static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public string Name => "unused-files";
    public TimeSpan Every => TimeSpan.FromHours(6);

    // By the machine's own clock, by which files have their dates.
    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var before = TimeProvider.System.GetUtcNow() - Grace;
        pictures.DeleteLeftBehind(before);
        var used = await services.GetRequiredService<ScreeningsDb>().Pictures.Select(p => p.Hash).Distinct().ToListAsync(cancellationToken);
        await pictures.DeleteUnusedAsync(before, used.ToHashSet(StringComparer.Ordinal).Contains, cancellationToken);
    }
}
