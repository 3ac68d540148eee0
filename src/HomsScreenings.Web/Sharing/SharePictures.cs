using HomsScreenings.Records;
using HomsScreenings.Sharing;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Pictures;
using HomsScreenings.Web.Site;
using Microsoft.Extensions.Options;
using NetVips;

namespace HomsScreenings.Web.Sharing;

/// <summary>What became of a picture that was asked for.</summary>
/// <param name="Jpeg">The picture; null where there is none.</param>
/// <param name="IsBusy">Whether there is none because too many are asked for at once.</param>
public sealed record MadePicture(byte[]? Jpeg, bool IsBusy = false);

/// <summary>
/// Makes the pictures that go with shared links, one at a time, so that neither memory nor processors are taken from the pages; of
/// those that wait only so many. What does not work out is logged, and the caller has to do without.
/// </summary>
public sealed partial class SharePictures(PictureStore store, IOptions<SiteOptions> site, TimeProvider clock, ILogger<SharePictures> log)
    : IDisposable
{
    /// <summary>How many are made or waited for at once: a second or two.</summary>
    public const int MaxWaiting = 24;

    readonly SemaphoreSlim _one = new(1);
    readonly LogThrottle _says = new(clock);
    int _waiting;

    /// <summary>How a picture is painted.</summary>
    public Func<ShareSheet, byte[]> Painter { get; init; } = SharePainting.Jpeg;

    /// <summary>Makes a picture in the language that is spoken.</summary>
    /// <param name="photo">The photograph behind the words; null for the drawing.</param>
    /// <param name="drawnFrom">The slug of which the drawing is made.</param>
    public async Task<MadePicture> MakeAsync(ShareCard card, SharePhoto? photo, string drawnFrom, CancellationToken cancellationToken)
    {
        var sheet = new ShareSheet(card, site.Value.LocalizedName, Language.Current.IsRightToLeft, drawnFrom);
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxWaiting) return new(null, IsBusy: true);
            await _one.WaitAsync(cancellationToken);
            try { return new(Paint(sheet, photo is null ? null : await ReadAsync(photo, cancellationToken))); }
            finally { _one.Release(); }
        }
        finally { Interlocked.Decrement(ref _waiting); }
    }

    // A photograph that cannot be read is no reason to say nothing.
    byte[]? Paint(ShareSheet sheet, ShareGroundPhoto? photo)
    {
        if (photo is not null && TryPaint(sheet with { Photo = photo }) is { } jpeg) return jpeg;
        return TryPaint(sheet);
    }

    byte[]? TryPaint(ShareSheet sheet)
    {
        // Where the library itself is missing, it is a type or a file that is not found.
        try { return Painter(sheet); }
        catch (Exception problem) when (problem is VipsException or TypeInitializationException or DllNotFoundException)
        {
            if (_says.ShouldLog()) Log.NotMade(log, problem.GetType().Name);
            return null;
        }
    }

    async Task<ShareGroundPhoto?> ReadAsync(SharePhoto photo, CancellationToken cancellationToken)
    {
        var (file, widths) = (photo.File, photo.File.Widths);
        var width = widths.FirstOrDefault(w => IsEnough(file, w), widths[^1]);
        if (await store.OpenAsync(PictureStore.NameOf(file.Hash, width, "jpg"), cancellationToken) is not { } stored) return null;
        await using (stored)
        {
            using var bytes = new MemoryStream();
            await stored.CopyToAsync(bytes, cancellationToken);
            return new(bytes.ToArray(), file, photo.Credit);
        }
    }

    static bool IsEnough(PictureFile file, int width) =>
        file.IsUpright ? width >= ShareCard.Height : width >= ShareCard.Width && (long)width * file.Height / file.Width >= ShareCard.Height;

    public void Dispose() => _one.Dispose();

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A picture for a shared link cannot be made ({Problem}); the plain one stands in for it")]
        public static partial void NotMade(ILogger log, string problem);
    }
}
