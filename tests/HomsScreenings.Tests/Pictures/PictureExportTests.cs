using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pictures;

public sealed class PictureExportTests
{
    [Theory, OnEachDatabase]
    public async Task A_programme_goes_with_its_pictures_to_another_database_and_comes_back_the_same(Database kind)
    {
        var folder = Directory.CreateDirectory(Path.Combine(RunFolder.Path, $"export-{Guid.NewGuid():N}")).FullName;
        var (first, again) = (Path.Combine(folder, "first.json"), Path.Combine(folder, "again.json"));
        var files = Path.Combine(folder, "pictures");
        await using var database = await FreshDatabase.CreateAsync(kind);
        await using (var app = await ScreeningsApp.StartAsync(database))
        {
            var organiser = await app.AsSiteEditorAsync();
            await app.Programme.AddFilm("Return to Homs");
            await app.Programme.AddVenue("ICA");
            await DescribeAsync(organiser, "/organise/films/return-to-homs/pictures", Drawn.File(200, 300));
            await DescribeAsync(organiser, "/organise/films/return-to-homs/pictures", Drawn.File(300, 200));
            await DescribeAsync(organiser, "/organise/venues/ica/pictures", Drawn.File(90, 90));
            var exported = await ProgramRun.OfAsync(database, "export", first, "--pictures", files, $"--Media:Folder={app.Media}");
            Assert.Equal((0, ""), (exported.Status, exported.Errors));
        }
        Assert.Contains("\"altText\": \"It.\"", await File.ReadAllTextAsync(first), StringComparison.Ordinal);

        await using var other = await FreshDatabase.CreateAsync(kind);
        await using var site = await ScreeningsApp.StartAsync(other);
        var media = $"--Media:Folder={site.Media}";
        var without = await ProgramRun.OfAsync(other, "load", first, media);
        Assert.Equal((1, 3), (without.Status, without.Errors.Split("There are no files of this picture here.").Length - 1));
        Assert.Equal(0, (await ProgramRun.OfAsync(other, "load", first, "--pictures", files, media)).Status);
        Assert.Equal(0, (await ProgramRun.OfAsync(other, "export", again, media)).Status);
        Assert.Equal(await File.ReadAllTextAsync(first), await File.ReadAllTextAsync(again));
        Assert.Contains("films: 1 unchanged", (await ProgramRun.OfAsync(other, "load", again, media)).Output, StringComparison.Ordinal);

        var image = (await site.AsVisitor().GetAsync("/films/return-to-homs")).Html.QuerySelectorAll(".photo img");
        Assert.Equal(2, image.Length);
        Assert.Equal(200, (await site.AsVisitor().GetAsync(image[0].GetAttribute("src")!)).Status);

        // A file that says nothing of pictures leaves them; one with fewer takes the others away.
        var fewer = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(first))!;
        fewer["films"]![0]!["pictures"]!.AsArray().RemoveAt(0);
        fewer["venues"]![0]!.AsObject().Remove("pictures");
        await File.WriteAllTextAsync(again, fewer.ToJsonString());
        Assert.Equal(0, (await ProgramRun.OfAsync(other, "load", again, media)).Status);
        Assert.Equal([PictureRole.Still, PictureRole.Venue],
            await site.InDbAsync(db => db.Pictures.OrderBy(p => p.Id).Select(p => p.Role).ToListAsync()));
    }

    static async Task DescribeAsync(Client organiser, string desk, byte[] file)
    {
        var added = await organiser.UploadAsync(desk, "Upload", file);
        Assert.Equal(302, (await organiser.FillAsync(added.Location!, ("Input.AltText", "It."), ("Input.FocusY", "0"),
            ("Input.Translations[0].Caption", "شارع"), ("Input.Until", "2030-01-01"))).Status);
    }

    [Fact]
    public async Task A_picture_that_is_written_wrongly_is_named_with_its_place()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        var file = Path.Combine(RunFolder.Path, $"wrong-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """
            { "format": 1, "films": [{ "slug": "x", "title": "X", "kind": "other", "pictures": [
              { "file": "../../etc/passwd", "role": "selfie", "width": 0, "height": 10, "colour": "red", "focusX": 101,
                "altText": "It.", "decorative": true }] }] }
            """);
        var loaded = await ProgramRun.OfAsync(database, "load", file);
        Assert.Equal(1, loaded.Status);
        foreach (var field in new[] { "file", "role", "width", "colour", "focusX", "decorative" })
            Assert.Contains($"films[0].pictures[0].{field}: ", loaded.Errors, StringComparison.Ordinal);
    }
}
