using HomsScreenings.Model;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>Entries of the journal at the desk. The clock stands on Monday 1 June 2026.</summary>
public sealed class JournalDeskTests
{
    const string Edit = "/organise/journal/first-light/edit";

    static async Task<Client> WithDraftAsync(ScreeningsApp app)
    {
        var organiser = await app.AsOrganiserAsync();
        var made = await organiser.FillAsync("/organise/journal/new", ("Input.Title", "First light"), ("Input.Body", "One.\n\nTwo."),
            ("Input.Author", "Samar Yazbek"), ("Input.Tags", "Syria, film،  SYRIA"));
        Assert.Equal((302, Edit), (made.Status, made.Location));
        return organiser;
    }

    static Task PublishScheduledAsync(ScreeningsApp app) =>
        app.Services.GetRequiredService<BackgroundJobs>().RunAsync("scheduled-entries", CancellationToken.None);

    [Theory, OnEachDatabase]
    public async Task It_is_written_scheduled_published_by_itself_corrected_and_withdrawn(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, visitor) = (await WithDraftAsync(app), app.AsVisitor());
        Assert.Equal(404, (await visitor.GetAsync("/journal/first-light")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/people/samar-yazbek")).Status);
        var scheduled = await organiser.FillAsync("/organise/journal/first-light/publish", "main form[method=post]", null,
            ("When.Date", "2026-06-03"), ("When.Time", "09:00"), ("When.TimeZone", "Europe/London"), ("act", "schedule"));
        Assert.Equal(302, scheduled.Status);
        Assert.Contains("Scheduled for 3 June 2026, 08:00 UTC",
            (await organiser.GetAsync("/organise/journal")).Body, StringComparison.Ordinal);
        await PublishScheduledAsync(app);
        Assert.Equal(404, (await visitor.GetAsync("/journal/first-light")).Status);
        app.Clock.Pass(Duration.FromDays(3));
        await PublishScheduledAsync(app);
        Assert.Equal(200, (await visitor.GetAsync("/journal/first-light")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/people/samar-yazbek")).Status);
        Assert.Equal(["First light"], (await visitor.GetAsync("/journal")).Texts(".entry-line h3"));
        Assert.Equal("First light", (await organiser.GetAsync("/organise/people/samar-yazbek/unpublish")).Text(".uses li"));

        Assert.Equal(302, (await organiser.FillAsync(Edit, ("Input.Body", "One.\n\nThree."), ("Input.Correction", "It said two."))).Status);
        Assert.Equal("Corrected on 4 June 2026: It said two.", (await visitor.GetAsync("/journal/first-light")).Text(".correction"));
        Assert.Equal(302, (await organiser.FillAsync("/organise/journal/first-light/withdraw", ("Reason", "An error."))).Status);
        Assert.Equal(410, (await visitor.GetAsync("/journal/first-light")).Status);
        Assert.Equal(302, (await organiser.FillAsync("/organise/journal/first-light/publish")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/journal/first-light")).Status);
        Assert.Equal(422, (await PostAsync(organiser, "/organise/journal/first-light/delete")).Status);
    }

    static async Task<Answer> PostAsync(Client client, string path) => await client.SendAsync(HttpMethod.Post, path,
        new FormUrlEncodedContent([new("__RequestVerificationToken", await client.FormTokenAsync())]));

    [Theory, OnEachDatabase]
    public async Task Its_texts_are_kept_compared_and_brought_back(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithDraftAsync(app);
        await organiser.FillAsync(Edit, ("Input.Body", "One.\n\nThree."), ("Input.Translations[0].Title", "أول الضوء"));
        await organiser.FillAsync(Edit, ("Input.Tags", "Syria")); // no other text
        const string revisions = "/organise/journal/first-light/revisions";
        var page = await organiser.GetAsync(revisions);
        Assert.Equal(2, page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Three.", page.Texts("ins"));
        Assert.Equal(["Two."], page.Texts("del"));
        var back = await organiser.FillAsync(revisions, "form:has([name=number])", null);
        Assert.Equal(302, back.Status);
        var entry = await app.InDbAsync(db => db.Journal.Include(e => e.Translations).SingleAsync());
        Assert.Equal(("One.\n\nTwo.", 0), (entry.Body!.ReplaceLineEndings("\n"), entry.Translations.Count));
        Assert.Equal(3, (await organiser.GetAsync(revisions)).Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(400, (await organiser.GetAsync($"{revisions}?from=99")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_has_the_link_reads_it_before_the_public_until_it_is_taken_back_or_old(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, visitor) = (await WithDraftAsync(app), app.AsVisitor());
        const string preview = "/organise/journal/first-light/preview";
        var link = await LinkAsync();
        var page = await visitor.GetAsync(link);
        Assert.Equal((200, "First light", "no-store"), (page.Status, page.Text("h1"), page.Header("Cache-Control")?.Split(',')[0]));
        Assert.Contains("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
        var another = await LinkAsync();
        Assert.Equal((404, 200), ((await visitor.GetAsync(link)).Status, (await visitor.GetAsync(another)).Status));
        await organiser.FillAsync(preview, ("act", "revoke"));
        Assert.Equal(404, (await visitor.GetAsync(another)).Status);
        var old = await LinkAsync();
        app.Clock.Pass(Duration.FromDays(15));
        Assert.Equal(404, (await visitor.GetAsync(old)).Status);

        async Task<string> LinkAsync() => (await organiser.FillAsync(preview)).Html.QuerySelector("#link")!.GetAttribute("value")!
            .Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_lost(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithDraftAsync(app);
        foreach (var (field, value, sentence) in new[]
        {
            ("Input.Title", "", "An entry needs a title."),
            ("Input.Rating", "3", "Only a review rates."),
            ("Input.Issue", "12", "Of which publication is this the issue?"),
            ("Input.OriginalUrl", "nowhere", "is a web address"),
            ("Input.Subjects[0].Address", "/films/none", "There is no film, person, series, screening or venue at '/films/none'."),
            ("Input.Tags", "!!!", "A tag has a letter or a digit"),
        })
        {
            var page = await organiser.FillAsync(Edit, (field, value), ("Input.Standfirst", "Kept."));
            Assert.Equal((field, 422), (field, page.Status));
            Assert.Contains(sentence, page.Text(".has-error") ?? page.Text(".problems"), StringComparison.Ordinal);
            Assert.Equal("Kept.", page.Html.QuerySelector("[name='Input.Standfirst']")!.TextContent);
        }
        var tooLong = await organiser.FillAsync(Edit, ("Input.OriginalUrl", "https://example.org/x"),
            ("Input.Body", new string('a', 1_001)));
        Assert.Contains("at most 1000 characters are shown here", tooLong.Text(".has-error"), StringComparison.Ordinal);
        var over = await organiser.FillAsync("/organise/journal/first-light/publish", "main form[method=post]", null,
            ("When.Date", "2026-05-03"), ("When.Time", "09:00"), ("When.TimeZone", "Europe/London"), ("act", "schedule"));
        Assert.Equal((422, "That is over already."), (over.Status, over.Text(".has-error .problem") ?? over.Text(".problems li")));
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_saves_second_sees_what_the_first_changed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithDraftAsync(app);
        var open = await organiser.GetAsync(Edit);
        await organiser.FillAsync(Edit, ("Input.Title", "Second light"));
        var late = await organiser.SubmitAsync(open, Edit, changes: ("Input.Standfirst", "Mine."));
        Assert.Equal(409, late.Status);
        Assert.Contains("Second light", late.Body, StringComparison.Ordinal);
        Assert.Equal("Mine.", late.Html.QuerySelector("[name='Input.Standfirst']")!.TextContent);
    }
}
