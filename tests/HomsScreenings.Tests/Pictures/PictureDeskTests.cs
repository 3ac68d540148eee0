using HomsScreenings.Model;
using HomsScreenings.Web.Jobs;
using HomsScreenings.Web.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Pictures;

public sealed class PictureDeskTests
{
    const string Desk = "/organise/films/return-to-homs/pictures";

    static async Task AddFilmAsync(ScreeningsApp app)
    {
        var organisation = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddFilm("Return to Homs", and: f => f.OrganisationId = organisation);
    }

    static async Task<string> AddAsync(Client organiser, byte[] file, string desk = Desk)
    {
        var added = await organiser.UploadAsync(desk, "Upload", file);
        Assert.Equal(302, added.Status);
        return added.Location!;
    }

    static async Task<string> AddressAsync(Client client, string page) =>
        (await client.GetAsync(page)).Html.QuerySelector(".photo img")!.GetAttribute("src")!;

    [Theory, OnEachDatabase]
    public async Task The_pictures_of_an_entry_are_public_with_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var organisation = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddEntry("A city sings", published: false, and: e => e.OrganisationId = organisation);
        var picture = await AddAsync(organiser, Drawn.File(700, 500), "/organise/journal/a-city-sings/pictures");
        await organiser.FillAsync(picture, ("Input.AltText", "A man sings to a crowd."));
        var (visitor, address) = (app.AsVisitor(), (await AddressAsync(organiser, picture))["/organise".Length..]);
        Assert.Equal(404, (await visitor.GetAsync(address)).Status);
        const string preview = "/organise/journal/a-city-sings/preview";
        var link = (await organiser.FillAsync(preview)).Html.QuerySelector("#link")!.GetAttribute("value")!;
        var shown = await visitor.GetAsync(await AddressAsync(visitor, link[ScreeningsApp.BaseUrl.Length..]));
        Assert.Equal((200, "no-store, private"), (shown.Status, shown.Header("Cache-Control")));
        await organiser.FillAsync(preview, ("act", "revoke"));
        Assert.Equal(404, (await visitor.GetAsync(address)).Status);
        await organiser.FillAsync("/organise/journal/a-city-sings/publish");
        Assert.Equal(200, (await visitor.GetAsync(await AddressAsync(visitor, "/journal/a-city-sings"))).Status);
        await organiser.FillAsync("/organise/journal/a-city-sings/withdraw", ("Reason", "An error."));
        Assert.Equal(404, (await visitor.GetAsync(address)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_picture_is_public_once_somebody_has_said_what_it_shows(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, database == Database.Postgres ? [("Media:Store", "Database")] : []);
        var organiser = await app.AsOrganiserAsync();
        await AddFilmAsync(app);
        await app.Programme.AddScreening("Return to Homs", "2026-06-01 20:00", "ICA");
        var visitor = app.AsVisitor();

        var picture = await AddAsync(organiser, Drawn.File(700, 500, with: Drawn.Credited));
        var address = await AddressAsync(organiser, picture);
        Assert.Equal(200, (await organiser.GetAsync(address)).Status);
        Assert.Equal(302, (await visitor.GetAsync(address)).Status); // to sign in
        address = address["/organise".Length..];
        Assert.Equal(404, (await visitor.GetAsync(address)).Status);
        Assert.Null((await visitor.GetAsync("/films/return-to-homs")).Html.QuerySelector(".photo"));

        var unsaid = await organiser.FillAsync(picture);
        Assert.Equal(422, unsaid.Status);
        Assert.Contains("Say in a sentence what it shows", unsaid.Text(".error"), StringComparison.Ordinal);
        var said = await organiser.FillAsync(picture, ("Input.AltText", "A man sings to a crowd."), ("Input.FocusX", "20"),
            ("Input.Translations[0].AltText", "رجل يغنّي أمام حشد."));
        Assert.Equal(302, said.Status);

        var photo = (await visitor.GetAsync("/films/return-to-homs")).Html.QuerySelector(".photo.at-x-20 img")!;
        Assert.Equal("A man sings to a crowd.", photo.GetAttribute("alt"));
        Assert.Equal(("700", "500"), (photo.GetAttribute("width"), photo.GetAttribute("height")));
        var arabic = await visitor.GetAsync("/ar/films/return-to-homs");
        Assert.Equal("رجل يغنّي أمام حشد.", arabic.Html.QuerySelector(".photo img")!.GetAttribute("alt"));
        Assert.Contains("An agency", (await organiser.GetAsync(picture)).Body, StringComparison.Ordinal);
        foreach (var format in PictureStore.Formats)
        {
            var file = await visitor.GetAsync(Path.ChangeExtension(address, format.Key));
            Assert.Equal((200, format.Value, "public, max-age=31536000, immutable"),
                (file.Status, file.Header("Content-Type"), file.Header("Cache-Control")));
        }
        var screening = await app.InDbAsync(db => db.Screenings.Select(s => s.Slug).SingleAsync());
        foreach (var list in new[] { "/", "/films", "/screenings", $"/screenings/{screening}" })
            Assert.NotNull((await visitor.GetAsync(list)).Html.QuerySelector(".photo source[type='image/avif']"));
        var kit = await visitor.GetAsync("/films/return-to-homs/press-kit.zip");
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(kit.Bytes));
        Assert.Equal(["return-to-homs-01-still.jpg", "credits.txt"], zip.Entries.Select(e => e.Name));

        Assert.Equal(302, (await organiser.FillAsync(picture, ("act", "delete"))).Status);
        Assert.Equal(404, (await visitor.GetAsync(address)).Status);
        Assert.Null((await visitor.GetAsync("/films")).Html.QuerySelector(".photo"));
    }

    [Theory, OnEachDatabase]
    public async Task It_vanishes_by_itself_when_its_licence_has_ended(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, Instant.FromUtc(2026, 6, 1, 12, 0));
        var organiser = await app.AsOrganiserAsync();
        await AddFilmAsync(app);
        var picture = await AddAsync(organiser, Drawn.File(200, 300));
        await organiser.FillAsync(picture, ("Input.AltText", "A street."), ("Input.Until", "2026-06-02"));
        var address = await AddressAsync(app.AsVisitor(), "/films/return-to-homs");

        app.Clock.Now = Instant.FromUtc(2026, 6, 2, 23, 59);
        await EndLicencesAsync();
        Assert.Equal(200, (await app.AsVisitor().GetAsync(address)).Status);
        app.Clock.Now = Instant.FromUtc(2026, 6, 3, 0, 0);
        await EndLicencesAsync();
        Assert.Equal(404, (await app.AsVisitor().GetAsync(address)).Status);
        Assert.Null((await app.AsVisitor().GetAsync("/films/return-to-homs")).Html.QuerySelector(".photo"));

        Task EndLicencesAsync() => app.Services.GetRequiredService<BackgroundJobs>().RunAsync("picture-licences", CancellationToken.None);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_bytes_twice_are_kept_once_and_as_long_as_one_of_them_is_used(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, database == Database.Postgres ? [("Media:Store", "Database")] : []);
        var organiser = await app.AsOrganiserAsync();
        await AddFilmAsync(app);
        var file = Drawn.File(90, 90, ".png");
        var (first, second) = (await AddAsync(organiser, file), await AddAsync(organiser, file));
        Assert.Equal(await AddressAsync(organiser, first), await AddressAsync(organiser, second));
        var store = app.Services.GetRequiredService<IFileStore>();
        var all = await store.NamesBeforeAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        Assert.Equal(4, all.Count); // three formats, and one for the press

        await organiser.FillAsync(first, ("act", "delete"));
        await SweepAsync();
        Assert.Equal(200, (await organiser.GetAsync(await AddressAsync(organiser, second))).Status);
        await organiser.FillAsync(second, ("act", "delete"));
        await SweepAsync();
        Assert.Empty(await store.NamesBeforeAsync(DateTimeOffset.MaxValue, CancellationToken.None));

        async Task SweepAsync()
        {
            var used = await app.InDbAsync(db => db.Pictures.Select(p => p.Hash).ToListAsync());
            await app.Services.GetRequiredService<PictureStore>()
                .DeleteUnusedAsync(DateTimeOffset.MaxValue, used.Contains, CancellationToken.None);
        }
    }

    [Fact]
    public async Task What_an_ended_process_left_of_an_upload_is_deleted_with_the_next_and_what_is_worked_on_is_not()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var organiser = await app.AsOrganiserAsync();
        await AddFilmAsync(app);
        var work = app.Services.GetRequiredService<PictureOptions>().WorkFolder;
        var (left, used) = (Directory.CreateDirectory(Path.Combine(work, $"{Guid.NewGuid():N}")),
            Directory.CreateDirectory(Path.Combine(work, $"{Guid.NewGuid():N}")));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "upload"), "As it was sent, with the place where it was taken.");
        left.LastWriteTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2);
        await AddAsync(organiser, Drawn.File(90, 90));
        Assert.Equal((false, true), (Directory.Exists(left.FullName), Directory.Exists(used.FullName)));
        used.Delete();
    }

    [Fact]
    public async Task Where_no_file_can_be_written_the_organiser_and_the_log_are_told_and_nothing_else_is_lost()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var organiser = await app.AsOrganiserAsync();
        await AddFilmAsync(app);
        var picture = await AddAsync(organiser, Drawn.File(200, 300));
        foreach (var part in Directory.GetDirectories(app.Media)) Directory.Move(part, part + ".kept");
        // A file stands where each folder would be made: no disk is as full as that.
        for (var i = 0; i < 256; i++) await File.WriteAllBytesAsync(Path.Combine(app.Media, $"{i:x2}"), []);

        var refused = await organiser.UploadAsync(Desk, "Upload", Drawn.File(300, 300));
        Assert.Equal(422, refused.Status);
        Assert.StartsWith("There is no room left", refused.Text("form.upload .error"), StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, line => line.Contains("A picture could not be stored", StringComparison.Ordinal));

        for (var i = 0; i < 256; i++) File.Delete(Path.Combine(app.Media, $"{i:x2}"));
        foreach (var kept in Directory.GetDirectories(app.Media)) Directory.Move(kept, kept[..^".kept".Length]);
        Assert.Equal(1, await app.InDbAsync(db => db.Pictures.CountAsync()));
        Assert.Equal(200, (await organiser.GetAsync(await AddressAsync(organiser, picture))).Status);
        await AddAsync(organiser, Drawn.File(300, 300));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_beside_the_field_and_leaves_nothing()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var organiser = await app.AsOrganiserAsync();
        await AddFilmAsync(app);
        foreach (var (file, words) in new[]
        {
            ("This is a text."u8.ToArray(), "This is no picture"), (new byte[PictureLimits.MaxBytes + 1], "at most 20 MB"),
            (Drawn.File(300, 300)[..900], "damaged"),
        })
        {
            var refused = await organiser.UploadAsync(Desk, "Upload", file);
            Assert.Equal(422, refused.Status);
            Assert.Contains(words, refused.Text("form.upload .error"), StringComparison.Ordinal);
        }
        Assert.Equal(422, (await organiser.FillAsync(Desk)).Status);
        Assert.False(await app.InDbAsync(db => db.Pictures.AnyAsync()));
        Assert.False(Directory.Exists(app.Media));
    }

    [Fact]
    public async Task Each_kind_of_record_has_pictures_of_its_own_kind()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var organiser = await app.AsSiteEditorAsync();
        await app.Programme.AddScreening();
        await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddPerson("Talal Derki");
        var venue = await app.InDbAsync(db => db.Venues.Select(v => v.Slug).FirstAsync());
        var organisation = await app.InDbAsync(db => db.Organisations.Select(o => o.Slug).FirstAsync());
        foreach (var (kind, slug, role) in new[]
        {
            ("people", "talal-derki", "Portrait"), ("venues", venue, "Venue"), ("organisations", organisation, "Logo"),
        })
        {
            var picture = await AddAsync(organiser, Drawn.File(100, 100, ".png"), $"/organise/{kind}/{slug}/pictures");
            Assert.Equal(role, (await organiser.GetAsync(picture)).Html.QuerySelector("#Input_Role option")!.TextContent);
            Assert.Equal(422, (await organiser.FillAsync(picture, ("Input.Role", "Poster"), ("Input.AltText", "It."))).Status);
            Assert.Equal(302, (await organiser.FillAsync(picture, ("Input.AltText", "It."))).Status);
            Assert.NotNull((await app.AsVisitor().GetAsync($"/{kind}/{slug}")).Html.QuerySelector(".photo img[alt='It.']"));
        }
    }
}
