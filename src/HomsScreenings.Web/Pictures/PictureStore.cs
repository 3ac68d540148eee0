using System.Globalization;
using System.Security.Cryptography;
using HomsScreenings.Records;

namespace HomsScreenings.Web.Pictures;

/// <summary>Takes pictures in, and finds their files.</summary>
public sealed partial class PictureStore(IFileStore files, PictureProcess process, PictureOptions options, ILogger<PictureStore> log)
{
    /// <summary>The formats in which each width is kept, the smallest first, and what they are called over HTTP.</summary>
    public static readonly IReadOnlyDictionary<string, string> Formats = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["avif"] = "image/avif",
        ["webp"] = "image/webp",
        ["jpg"] = "image/jpeg",
    };

    static readonly TimeSpan MaxWorkTime = TimeSpan.FromHours(1);

    /// <summary>The name of one file of a picture.</summary>
    public static string NameOf(string hash, int width, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{hash}-{width}.{format}");

    /// <summary>The names of all files of a picture.</summary>
    /// <param name="width">Of the largest, in pixels.</param>
    public static IEnumerable<string> NamesOf(string hash, int width) =>
        PictureFile.WidthsOf(width).SelectMany(w => Formats.Keys.Select(format => NameOf(hash, w, format))).Append(PressNameOf(hash));

    /// <summary>The name of the largest, which is for the press and for the copy of the whole.</summary>
    public static string PressNameOf(string hash) => $"{hash}-press.jpg";

    /// <summary>
    /// Makes the files of a picture and keeps them. Until a row of the database speaks of them they belong to nobody, and
    /// are deleted after a day.
    /// </summary>
    /// <exception cref="PictureRefused">It is not taken; nothing is left of it.</exception>
    public async Task<(ConvertedPicture Picture, string Hash)> AddAsync(Stream upload, CancellationToken cancellationToken)
    {
        DeleteLeftBehind(TimeProvider.System.GetUtcNow() - MaxWorkTime);
        var folder = Path.Combine(options.WorkFolder, Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, "upload");
            var hash = await WriteAsync(upload, file, cancellationToken);
            var made = Directory.CreateDirectory(Path.Combine(folder, "made")).FullName;
            var converted = await process.ConvertAsync(file, made, cancellationToken);
            foreach (var width in PictureFile.WidthsOf(converted.Width))
                foreach (var format in Formats.Keys)
                    await files.PutAsync(
                        NameOf(hash, width, format), Path.Combine(made, PictureConverter.FileNameOf(width, format)), cancellationToken);
            await files.PutAsync(PressNameOf(hash), Path.Combine(made, PictureConverter.PressFileName), cancellationToken);
            return (converted, hash);
        }
        catch (IOException problem)
        {
            Log.NotStored(log, problem.Message);
            throw new PictureRefused(PictureRefusal.NoRoom);
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Deletes what a process left that was ended while it made a picture: the file as it was sent, with all that it says.
    /// </summary>
    /// <param name="before">What was begun before this moment by the machine's clock is not worked on any more.</param>
    public void DeleteLeftBehind(DateTimeOffset before)
    {
        if (!Directory.Exists(options.WorkFolder)) return;
        var all = new DirectoryInfo(options.WorkFolder).EnumerateDirectories();
        foreach (var folder in all.Where(f => f.LastWriteTimeUtc < before.UtcDateTime))
        {
            try { folder.Delete(recursive: true); }
            catch (DirectoryNotFoundException) { } // another process was faster
        }
    }

    // How long it is counts as it comes: what is said of that beforehand may be wrong.
    static async Task<string> WriteAsync(Stream upload, string file, CancellationToken cancellationToken)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var written = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[64 * 1024];
        while (await upload.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (written.Length + read > PictureLimits.MaxBytes) throw new PictureRefused(PictureRefusal.TooManyBytes);
            sha.AppendData(buffer, 0, read);
            await written.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Whether all files of a picture are there.</summary>
    public async Task<bool> HasAsync(string hash, int width, CancellationToken cancellationToken)
    {
        foreach (var name in NamesOf(hash, width))
            if (!await files.HasAsync(name, cancellationToken)) return false;
        return true;
    }

    /// <summary>Takes the files of a picture from a folder into which <see cref="CopyToAsync"/> put them.</summary>
    public async Task CopyFromAsync(string folder, string hash, int width, CancellationToken cancellationToken)
    {
        foreach (var name in NamesOf(hash, width))
            if (Path.Combine(folder, name) is var path && File.Exists(path) && !await files.HasAsync(name, cancellationToken))
                await files.PutAsync(name, path, cancellationToken);
    }

    /// <summary>Puts the files of a picture into a folder, under their own names.</summary>
    public async Task CopyToAsync(string folder, string hash, int width, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in NamesOf(hash, width))
        {
            if (await files.OpenAsync(name, cancellationToken) is not { } file) continue;
            await using (file)
            await using (var copy = File.Create(Path.Combine(folder, name))) await file.CopyToAsync(copy, cancellationToken);
        }
    }

    /// <summary>Deletes the files that were put in before a moment and belong to no picture.</summary>
    /// <param name="isUsed">Whether a picture has this hash.</param>
    public async Task DeleteUnusedAsync(DateTimeOffset before, Func<string, bool> isUsed, CancellationToken cancellationToken)
    {
        foreach (var name in await files.NamesBeforeAsync(before, cancellationToken))
            if (!isUsed(name.Split('-')[0])) await files.DeleteAsync(name, cancellationToken);
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) => files.OpenAsync(name, cancellationToken);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A picture could not be stored: {Message}")]
        public static partial void NotStored(ILogger log, string message);
    }
}
