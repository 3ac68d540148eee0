using HomsScreenings.Tests.Comments;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>A reader comments, a moderator accepts, the writer erases: without script, on a narrow telephone.</summary>
public sealed class CommentStoryTests(Chromium chromium)
{
    const string Film = "/films/return-to-homs";

    [Theory, OnEachDatabase]
    public async Task A_reader_comments_a_moderator_accepts_and_the_writer_erases(Database database)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var moderator = await app.AsSiteEditorAsync();
        var (reader, desk) = (await chromium.OpenAsync(app, script: false, width: 320), await chromium.OpenAsync(app, script: false));
        var site = $"https://localhost:{app.ClientOptions.BaseAddress.Port}";
        await desk.Context.AddCookiesAsync(
            moderator.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Url = site, Secure = true }));

        await reader.GotoAsync(Film);
        await reader.GetByRole(AriaRole.Link, new() { Name = "Write a comment" }).ClickAsync();
        await reader.GetByLabel("Your comment").FillAsync("I was in the second row.");
        await reader.GetByLabel("Name (optional)").FillAsync("Ana");
        await reader.GetByLabel("Email address").FillAsync("ana@example.org");
        app.Clock.Pass(AtTheForm.AWhile);
        await reader.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("Check your email");
        await reader.GotoAsync(await app.LinkOfCommentAsync());
        var own = reader.Url;
        await reader.GetByRole(AriaRole.Button, new() { Name = "Send my comment" }).ClickAsync();
        await Assertions.Expect(reader.Locator(".lead")).ToHaveTextAsync("Thank you. A moderator reads your comment before it is public.");
        await reader.GotoAsync(Film);
        await Assertions.Expect(reader.Locator(".comment")).ToHaveCountAsync(0);

        await desk.GotoAsync("/organise/comments");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".done")).ToHaveTextAsync("Accepted: everybody can read it now.");
        await reader.GotoAsync(Film);
        await Assertions.Expect(reader.Locator(".comment")).ToContainTextAsync("I was in the second row.");

        await reader.GotoAsync(own);
        await reader.GetByRole(AriaRole.Button, new() { Name = "Delete my comment" }).ClickAsync();
        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("Deleted");
        await reader.GotoAsync(Film);
        await Assertions.Expect(reader.Locator(".comment")).ToHaveCountAsync(0);
        Assert.Empty(await reader.Context.CookiesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task Axe_finds_nothing_and_nothing_has_to_be_scrolled_sideways(string prefix)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        await app.CommentAsync(Film, new string('x', 500), "cy@example.org");
        var own = await app.LinkOfCommentAsync();
        var page = await chromium.OpenAsync(app, width: 320);
        foreach (var path in new[] { Film, Film + "/comments", Film + "/comments/new", Film + "/comments/new?to=1", own,
            "/comments/sent", "/comments/removed", "/comments/mistyped" })
        {
            await page.GotoAsync(prefix + path);
            await Axe.FindsNothingAsync(page, prefix + path);
            Assert.Equal((path, 320), (path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        }
    }
}
