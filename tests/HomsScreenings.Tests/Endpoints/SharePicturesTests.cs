using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.Tests.Films;
using HomsScreenings.Tests.Drawing;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Endpoints;

public sealed class SharePicturesTests
{
    [Theory, OnEachDatabase]
    public async Task A_screening_of_one_film_has_its_picture_and_what_shows_several_has_its_own(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var one = await app.Programme.AddScreening();
        var other = await app.Programme.AddFilm("Silvered Water");
        await app.InDbAsync(async db =>
        {
            var both = new Screening { Uid = "both", Slug = "both", CreatedAt = app.Clock.Now };
            db.Screenings.Add(both);
            both.SetFilms((await db.Films.Include(f => f.RunningTimes).ToListAsync()).Select(f => new ScreeningFilm { Film = f }));
            both.Publish(app.Clock.Now);
            await db.SaveChangesAsync();
        });
        var visitor = app.AsVisitor();
        var film = await visitor.GetAsync("/films/return-to-homs/share.png", ("Accept-Encoding", "br, gzip"));
        Assert.Equal((200, "image/png", "public, max-age=604800, immutable", "cross-origin"),
            (film.Status, film.Header("Content-Type"), film.Header("Cache-Control"), film.Header("Cross-Origin-Resource-Policy")));
        Assert.Null(film.Header("Content-Encoding"));
        Assert.Equal((1200, 630), (Png.Read(film.Bytes).Width, Png.Read(film.Bytes).Height));
        Assert.Equal(film.Bytes, (await visitor.GetAsync($"/screenings/{one.Slug}/share.png")).Bytes);
        Assert.Equal("public, max-age=3600", (await visitor.GetAsync($"/screenings/{one.Slug}/share.png")).Header("Cache-Control"));
        var shared = (await visitor.GetAsync("/screenings/both/share.png")).Bytes;
        Assert.Equal(SharePicture.Png("both"), shared);
        Assert.NotEqual(film.Bytes, shared);
        Assert.Equal(304, (await visitor.GetAsync("/films/return-to-homs/share.png", ("If-None-Match", film.Header("ETag")!))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task What_has_no_page_has_no_picture(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var draft = await app.Programme.AddScreening(published: false);
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/screenings/{draft.Slug}/share.png")).Status);
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/films/nothing/share.png")).Status);
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).Slug = "homs";
            await db.SaveChangesAsync();
        });
        var moved = await app.AsVisitor().GetAsync("/films/return-to-homs/share.png");
        Assert.Equal((301, "/films/homs/share.png"), (moved.Status, moved.Location));
    }
}
