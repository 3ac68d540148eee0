using System.Globalization;
using System.IO.Compression;
using System.Text;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Pictures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The files of pictures, and all of a film together for the press.</summary>
static class PictureFiles
{
    const string ForAYear = "public, max-age=31536000, immutable";

    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPictureFiles(this WebApplication app)
    {
        app.MapMethods("/media/{hash:length(32)}-{width:int}.{format}", GetAndHead, FileAsync);
        app.MapMethods("/organise/media/{hash:length(32)}-{width:int}.{format}", GetAndHead, DeskFileAsync).RequireAuthorization();
        app.MapMethods("/films/{slug}/press-kit.zip", GetAndHead, PressKitAsync);
    }

    // A file never changes under its address.
    static async Task<IResult> FileAsync(string hash, int width, string format, HttpResponse response, ScreeningsDb db, PictureStore store,
        [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var isPublic = await Public(db, hash).AnyAsync(cancellationToken);
        if (!isPublic && !await Previewed(db, hash, clock.Now()).AnyAsync(cancellationToken)) return Results.NotFound();
        if (await OpenAsync(hash, width, format, store, cancellationToken) is not { } found) return Results.NotFound();
        response.Headers.CacheControl = isPublic ? ForAYear : "private, no-store";
        if (isPublic) response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return found;
    }

    // Two records may share a picture: it is public with the first of them.
    static IQueryable<Picture> Public(ScreeningsDb db, string hash) => db.Pictures.Where(p => p.Hash == hash && p.IsPublic
        && (db.Films.Any(f => f.Id == p.FilmId && f.IsPublic) || db.People.Any(o => o.Id == p.PersonId && o.IsPublic)
            || db.Venues.Any(v => v.Id == p.VenueId && v.IsPublic) || db.Series.Any(s => s.Id == p.SeriesId && s.IsPublic)
            || db.Journal.Any(e => e.Id == p.EntryId && e.IsPublic) || p.OrganisationId != null));

    // Whoever has the secret link of an entry sees it with its pictures, as long as the link works.
    static IQueryable<Picture> Previewed(ScreeningsDb db, string hash, Instant now) => db.Pictures.Where(p => p.Hash == hash && p.IsPublic
        && db.Tokens.Any(t => t.Purpose == TokenPurpose.EntryPreview && t.Subject == p.EntryId && t.ExpiresAt > now));

    // What the public may not see yet, or no more, for those who describe it.
    static async Task<IResult> DeskFileAsync(string hash, int width, string format, ScreeningsDb db, PictureStore store,
        CancellationToken cancellationToken) =>
        await db.Pictures.AnyAsync(p => p.Hash == hash, cancellationToken)
            && await OpenAsync(hash, width, format, store, cancellationToken) is { } found ? found : Results.NotFound();

    static async Task<IResult?> OpenAsync(string hash, int width, string format, PictureStore store, CancellationToken cancellationToken)
    {
        if (!PictureStore.Formats.TryGetValue(format, out var type)) return null;
        var name = PictureStore.NameOf(hash, width, format);
        return await store.OpenAsync(name, cancellationToken) is not { } file ? null
            : Results.Stream(file, type, entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }

    static async Task<IResult> PressKitAsync(string slug, HttpResponse response, [AsParameters] FeedRequest request, PictureStore store)
    {
        var films = request.Db.Films.Published();
        var film = await films.WithSlug(slug)
            .Select(f => new { f.Title, f.Slug, Pictures = f.Pictures.LinesIn(Language.Current.Tag) })
            .SingleOrDefaultAsync(request.Cancel);
        if (film is null) return await request.MissingAsync(films, "film", slug, to => $"/films/{to}/press-kit.zip");
        if (film.Pictures.Count == 0) return TextResults.NotFound("This film has no pictures here.");
        response.Headers.CacheControl = "public, no-cache";
        // On the disk, for a dozen pictures are too much for the memory; the file goes when it has been sent.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await WriteKitAsync(file, film.Title, film.Slug, film.Pictures, store, request.Cancel);
        file.Position = 0;
        return Results.Stream(file, "application/zip", $"{film.Slug}-pictures.zip");
    }

    static async Task WriteKitAsync(Stream body, string title, string slug, IReadOnlyList<PictureLine> pictures, PictureStore store,
        CancellationToken cancellationToken)
    {
        await using var kit = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken);
        var credits = new StringBuilder(title).Append("\n\n");
        foreach (var (picture, number) in pictures.Select((p, i) => (p, i + 1)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number:00}-{Word(picture.Role)}.jpg");
            if (await store.OpenAsync(PictureStore.PressNameOf(picture.File.Hash), cancellationToken) is not { } file) continue;
            await using (file)
            await using (var entry = await kit.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellationToken))
                await file.CopyToAsync(entry, cancellationToken);
            credits.AppendLine(string.Join(" · ",
                new[] { name, picture.Caption?.Text, picture.Credit, picture.Source }.Where(p => !string.IsNullOrEmpty(p))));
        }
        await using var list = await kit.CreateEntry("credits.txt").OpenAsync(cancellationToken);
        await list.WriteAsync(Encoding.UTF8.GetBytes(credits.ToString()), cancellationToken);
    }

    static string Word(PictureRole role) => role.ToString().ToLowerInvariant();
}
