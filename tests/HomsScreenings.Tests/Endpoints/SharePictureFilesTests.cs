using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Pictures;
using HomsScreenings.Tests.Sharing;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Endpoints;

public sealed class SharePictureFilesTests
{
    [Theory, OnEachDatabase]
    public async Task Every_page_that_is_shared_has_its_picture_in_each_language(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(series: "UK tour");
        await app.Programme.AddEntry("A city sings");
        var visitor = app.AsVisitor();
        var seen = new HashSet<string>();
        foreach (var page in new[] { "", $"/screenings/{screening.Slug}", "/films/return-to-homs", "/series/uk-tour", "/venues/ica",
            "/journal/a-city-sings" })
            foreach (var language in new[] { "", "/ar" })
            {
                var answer = await visitor.GetAsync($"{language}{page}/share.jpg", ("Accept-Encoding", "br, gzip"));
                Assert.Equal((200, "image/jpeg", "public, max-age=300"),
                    (answer.Status, answer.Header("Content-Type"), answer.Header("Cache-Control")));
                Assert.Equal(("cross-origin", null), (answer.Header("Cross-Origin-Resource-Policy"), answer.Header("Content-Encoding")));
                var painted = new Painted(answer.Bytes);
                Assert.Equal((1200, 630), (painted.Width, painted.Height));
                Assert.InRange(answer.Bytes.Length, 10_000, 300_000);
                Assert.True(seen.Add(Convert.ToBase64String(answer.Bytes)), $"{language}{page} has the picture of another page.");
                Assert.Matches("^\"[0-9a-f]{32}\"$", answer.Header("ETag"));
                var again = await visitor.GetAsync($"{language}{page}/share.jpg", ("If-None-Match", answer.Header("ETag")!));
                Assert.Equal(304, again.Status);
                var head = await visitor.SendAsync(HttpMethod.Head, $"{language}{page}/share.jpg");
                Assert.Equal((200, 0, answer.Header("ETag")), (head.Status, head.Bytes.Length, head.Header("ETag")));
            }
    }

    [Theory, OnEachDatabase]
    public async Task What_has_no_page_has_no_picture(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("A draft", published: false);
        await app.Programme.AddVenue("A draft", published: false);
        await app.Programme.AddSeries("A draft", published: false);
        var film = await app.Programme.AddFilm("Return to Homs");
        var draft = await app.Programme.AddScreening(published: false);
        await app.Programme.AddEntry("A draft", published: false);
        await app.Programme.AddEntry("Withdrawn", and: e => e.Withdraw("Wrong."));
        string[] pages = ["/films/a-draft", "/venues/a-draft", "/series/a-draft", $"/screenings/{draft.Slug}", "/films/nothing",
            "/journal/a-draft", "/journal/withdrawn"];
        foreach (var path in pages)
            foreach (var language in new[] { "", "/ar" })
                Assert.Equal((path, 404), (path, (await app.AsVisitor().GetAsync($"{language}{path}/share.jpg")).Status));
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync(f => f.Id == film)).Slug = "homs";
            await db.SaveChangesAsync();
        });
        var moved = await app.AsVisitor().GetAsync("/ar/films/return-to-homs/share.jpg");
        Assert.Equal((301, "/ar/films/homs/share.jpg"), (moved.Status, moved.Location));
    }

    [Theory, OnEachDatabase]
    public async Task What_they_were_called_before_leads_on(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/films/nothing/share.png")).Status);
        foreach (var path in new[] { "", "/films/return-to-homs", $"/screenings/{screening.Slug}" })
            foreach (var language in new[] { "", "/ar" })
            {
                var former = await app.AsVisitor().GetAsync($"{language}{path}/share.png");
                Assert.Equal((301, $"{language}{path}/share.jpg"), (former.Status, former.Location));
            }
    }

    [Theory, OnEachDatabase]
    public async Task A_save_changes_it_at_once_and_keeps_what_is_for_guests_alone_out_of_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(at: null, and: s =>
        {
            s.Capacity = 9;
            s.GiveAwaySeats(rules => rules.PrivateAddress = "17 Hidden Mews");
        });
        var page = $"/screenings/{screening.Slug}";
        var before = await PictureAsync(app, page);
        var alt = (await app.AsVisitor().GetAsync(page)).Html.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content");
        Assert.Equal("Return to Homs · Saturday 27 June, 20:30 · Address given after booking, London", alt);
        await app.InDbAsync(async db =>
        {
            (await db.Screenings.Include(s => s.Seats).SingleAsync()).Seats!.PrivateAddress = "18 Hidden Mews";
            await db.SaveChangesAsync();
        });
        Assert.Equal(before, await PictureAsync(app, page));

        var (seen, changes) = (new List<byte[]> { before }, new Action<Screening>[]
        {
            s => s.Title = "A night for Homs", s => s.Schedule(new(2026, 7, 1), new(19, 0)), s => s.Postpone(null), s => s.Cancel("Ill"),
        });
        foreach (var change in changes)
        {
            await app.Programme.Change(screening, change);
            seen.Add(await PictureAsync(app, page));
        }
        Assert.Equal(changes.Length + 1, seen.Select(Convert.ToBase64String).Distinct().Count());
        Assert.True(new Painted(seen[^1]).At(20, 20) is { Red: > 150, Green: < 60 });
    }

    static async Task<byte[]> PictureAsync(ScreeningsApp app, string page) => (await app.AsVisitor().GetAsync($"{page}/share.jpg")).Bytes;

    [Theory, OnEachDatabase]
    public async Task The_photograph_stands_behind_the_words_as_long_as_its_licence_lasts(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, Instant.FromUtc(2026, 6, 1, 12, 0));
        var organiser = await app.AsOrganiserAsync();
        var organisation = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddFilm("Return to Homs", and: f => f.OrganisationId = organisation);
        var screening = await app.Programme.AddScreening();
        string[] pages = ["/films/return-to-homs", $"/screenings/{screening.Slug}"];
        var drawn = await AllAsync();

        var picture = await organiser.UploadAsync("/organise/films/return-to-homs/pictures", "Upload", Drawn.File(1_400, 900));
        Assert.Equal(drawn, await AllAsync()); // nobody has said yet what it shows
        await organiser.FillAsync(picture.Location!, ("Input.AltText", "A street."), ("Input.Until", "2026-06-02"));
        var photographs = await AllAsync();
        Assert.All(photographs.Zip(drawn), pair => Assert.NotEqual(pair.Second, pair.First));
        foreach (var photograph in photographs) Assert.True(new Painted(photograph).Ink(60, 380, 1100, 580) > 5_000);

        app.Clock.Now = Instant.FromUtc(2026, 6, 3, 0, 0);
        await app.Services.GetRequiredService<BackgroundJobs>().RunAsync("picture-licences", CancellationToken.None);
        Assert.Equal(drawn, await AllAsync());

        async Task<List<byte[]>> AllAsync()
        {
            var all = new List<byte[]>();
            foreach (var page in pages) all.Add(await PictureAsync(app, page));
            return all;
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_photograph_whose_file_is_lost_or_broken_gives_way_to_the_drawing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var organisation = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddFilm("Return to Homs", and: f => f.OrganisationId = organisation);
        var drawn = await PictureAsync(app, "/films/return-to-homs");
        var picture = await organiser.UploadAsync("/organise/films/return-to-homs/pictures", "Upload", Drawn.File(1_400, 900));
        await organiser.FillAsync(picture.Location!, ("Input.AltText", "A street."));
        Assert.NotEqual(drawn, await PictureAsync(app, "/films/return-to-homs"));
        foreach (var act in new Action<string>[] { file => File.WriteAllText(file, "no picture"), File.Delete })
        {
            foreach (var file in Directory.GetFiles(app.Media, "*.jpg", SearchOption.AllDirectories)) act(file);
            await app.RaiseAsync(Area.Programme);
            Assert.Equal(drawn, await PictureAsync(app, "/films/return-to-homs"));
        }
    }
}
