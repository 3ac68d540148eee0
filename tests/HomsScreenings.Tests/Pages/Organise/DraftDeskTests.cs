using HomsScreenings.Tests.Pictures;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>Films, people and venues at the desk before the public sees them.</summary>
public sealed class DraftDeskTests
{
    static async Task<Client> WithDraftsAsync(ScreeningsApp app)
    {
        var organiser = await app.AsOrganiserAsync();
        Assert.Equal(302, (await organiser.FillAsync("/organise/films/new", ("Input.Title", "Quiet Light"),
            ("Input.Credits[0].Role", "Director"), ("Input.Credits[0].Person", "Ana Writer"))).Status);
        Assert.Equal(302, (await organiser.FillAsync("/organise/people/new", ("Input.Name", "Orwa Speaker"))).Status);
        Assert.Equal(302, (await organiser.FillAsync("/organise/venues/new", ("Input.Name", "The Mill"), ("Input.City", "Leeds"),
            ("Input.Country", "GB"))).Status);
        return organiser;
    }

    [Theory, OnEachDatabase]
    public async Task What_is_added_is_a_draft_that_is_previewed_published_and_taken_back(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, stranger, visitor) = (await WithDraftsAsync(app), await app.AsOrganiserAsync("Somebody Else"), app.AsVisitor());
        foreach (var (kind, slug, name) in new[] { ("films", "quiet-light", "Quiet Light"), ("people", "orwa-speaker", "Orwa Speaker"),
            ("venues", "the-mill", "The Mill") })
        {
            var (page, desk) = ($"/{kind}/{slug}", $"/organise/{kind}/{slug}");
            Assert.Equal((kind, 404), (kind, (await visitor.GetAsync(page)).Status));
            Assert.Contains("Draft", (await organiser.GetAsync($"/organise/{kind}")).Texts("td .mark"));
            var preview = await organiser.GetAsync($"{desk}/preview");
            Assert.Equal((kind, 200, name), (kind, preview.Status, preview.Text("h1")));
            Assert.Equal("Preview. A draft is shown here to those who may edit it, and to nobody else.", preview.Text("main .status"));
            Assert.Equal("no-store, private", preview.Header("Cache-Control"));
            Assert.Equal((kind, 404), (kind, (await stranger.GetAsync($"{desk}/preview")).Status));
            Assert.Equal((kind, 302), (kind, (await visitor.GetAsync($"{desk}/preview")).Status));
            Assert.Equal((kind, 404), (kind, (await visitor.GetAsync(page)).Status)); // nothing of the preview is kept

            Assert.Equal(302, (await organiser.FillAsync($"{desk}/publish")).Status);
            Assert.Equal((kind, 200), (kind, (await visitor.GetAsync(page)).Status));
            Assert.Null((await visitor.GetAsync(page)).Text("main .status"));
            Assert.Equal(302, (await organiser.FillAsync($"{desk}/unpublish")).Status);
            Assert.Equal((kind, 404), (kind, (await visitor.GetAsync(page)).Status));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Lists_that_are_kept_follow_what_is_published_and_taken_back(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, visitor) = (await WithDraftsAsync(app), app.AsVisitor());
        Assert.Empty((await visitor.GetAsync("/films")).Texts(".catalogue h3"));
        await organiser.FillAsync("/organise/films/quiet-light/publish");
        Assert.Equal(["Quiet Light"], (await visitor.GetAsync("/films")).Texts(".catalogue h3"));
        Assert.Equal(200, (await visitor.GetAsync("/people/ana-writer")).Status); // who is in its credits
        await organiser.FillAsync("/organise/films/quiet-light/unpublish");
        Assert.Empty((await visitor.GetAsync("/films")).Texts(".catalogue h3"));
        Assert.Equal(200, (await visitor.GetAsync("/people/ana-writer")).Status); // until somebody takes them back too
    }

    [Theory, OnEachDatabase]
    public async Task What_public_screenings_name_stays_public_and_the_refusal_says_which_they_are(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, visitor) = (await WithDraftsAsync(app), app.AsVisitor());
        await app.Programme.AddScreening("Quiet Light", "2014-06-27 20:30", "The Mill");
        foreach (var (kind, slug, use) in new[] { ("films", "quiet-light", "Quiet Light, Friday 27 June 2014"),
            ("people", "ana-writer", "Quiet Light"), ("venues", "the-mill", "Quiet Light, Friday 27 June 2014") })
        {
            var asked = await organiser.GetAsync($"/organise/{kind}/{slug}/unpublish");
            Assert.Equal((kind, use), (kind, asked.Text(".uses li")));
            Assert.Null(asked.Html.QuerySelector("form.stacked"));
            var token = await organiser.FormTokenAsync();
            var sent = await organiser.SendAsync(HttpMethod.Post, $"/organise/{kind}/{slug}/unpublish",
                new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
            Assert.Equal((kind, 409, use), (kind, sent.Status, sent.Text(".uses li")));
            Assert.Equal((kind, 200), (kind, (await visitor.GetAsync($"/{kind}/{slug}")).Status));
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_pictures_of_a_draft_are_served_at_the_desk_alone(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, visitor) = (await WithDraftsAsync(app), app.AsVisitor());
        var added = await organiser.UploadAsync("/organise/films/quiet-light/pictures", "Upload", Drawn.File(700, 500));
        await organiser.FillAsync(added.Location!, ("Input.AltText", "A lit window."));
        var shown = (await organiser.GetAsync("/organise/films/quiet-light/preview"))
            .Html.QuerySelector(".photo img")!.GetAttribute("src")!;
        Assert.StartsWith("/organise/media/", shown, StringComparison.Ordinal);
        Assert.Equal(200, (await organiser.GetAsync(shown)).Status);
        var address = shown["/organise".Length..];
        Assert.Equal(404, (await visitor.GetAsync(address)).Status);
        Assert.Equal(404, (await visitor.GetAsync("/films/quiet-light/press-kit.zip")).Status);
        await organiser.FillAsync("/organise/films/quiet-light/publish");
        Assert.Equal(200, (await visitor.GetAsync(address)).Status);
        await organiser.FillAsync("/organise/films/quiet-light/unpublish");
        Assert.Equal(404, (await visitor.GetAsync(address)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_film_that_only_a_draft_of_a_screening_shows_is_a_draft_and_no_page_of_a_person_names_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, visitor) = (await WithDraftsAsync(app), app.AsVisitor());
        await app.Programme.AddScreening("Quiet Light", at: "The Mill", series: "The tour", published: false);
        await organiser.FillAsync("/organise/people/ana-writer/publish");
        var person = await visitor.GetAsync("/people/ana-writer");
        Assert.Equal((200, null), (person.Status, person.Text("#films")));
        Assert.DoesNotContain("Quiet Light", (await visitor.GetAsync("/api/v1/people/ana-writer")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await visitor.GetAsync("/films/quiet-light")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/venues/the-mill")).Status);
        Assert.Equal(1, await app.InDbAsync(db => Task.FromResult(db.People.Count(p => p.IsPublic))));
    }

    [Theory, OnEachDatabase]
    public async Task Who_deletes_a_draft_tells_nobody_that_it_was_there(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, visitor) = (await WithDraftsAsync(app), app.AsVisitor());
        await organiser.FillAsync("/organise/venues/the-mill/delete");
        Assert.Equal(404, (await visitor.GetAsync("/venues/the-mill")).Status);
        await organiser.FillAsync("/organise/people/orwa-speaker/publish");
        await organiser.FillAsync("/organise/people/orwa-speaker/delete");
        Assert.Equal(410, (await visitor.GetAsync("/people/orwa-speaker")).Status);
    }
}
