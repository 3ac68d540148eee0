using HomsScreenings.Model;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Tests.Comments.CommentSteps;

namespace HomsScreenings.Tests.Comments;

/// <summary>A reader comments, a moderator accepts, everybody reads; the writer corrects, and erases.</summary>
public sealed class CommentTests
{
    const string Film = "/films/return-to-homs";

    [Theory, OnEachDatabase]
    public async Task A_comment_is_public_once_its_writer_followed_the_link_and_a_moderator_accepted_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        Assert.Equal("Comments", (await app.AsVisitor().GetAsync(Film)).Text("#comments-heading"));
        var answer = await app.WriteCommentAsync(Film, ("Input.Text", "I was there.\n\nSee https://example.org/a, it says more."),
            ("Input.Email", "ana.unusual@example.org"), ("Input.Name", "Ana"));
        Assert.Equal((303, "/comments/sent"), (answer.Status, answer.Location));
        Assert.Equal(CommentState.Unconfirmed, await app.InDbAsync(db => db.Comments.Select(c => c.State).SingleAsync()));
        var page = await app.LinkOfCommentAsync();
        var own = await app.AsVisitor().GetAsync(page);
        Assert.Equal((200, "Not sent yet: press the button to send it.", "no-store, private"),
            (own.Status, own.Text(".lead"), own.Header("Cache-Control")));
        // Looking sends nothing.
        Assert.Equal(CommentState.Unconfirmed, await app.InDbAsync(db => db.Comments.Select(c => c.State).SingleAsync()));

        Assert.Equal(303, (await app.AsVisitor().SendAsync(HttpMethod.Post, page, Act("send"))).Status);
        Assert.Equal("Thank you. A moderator reads your comment before it is public.",
            (await app.AsVisitor().GetAsync(page)).Text(".lead"));
        Assert.Empty(await app.ReadCommentsAsync());
        var moderator = await app.AsSiteEditorAsync();
        Assert.Equal(["I was there. See https://example.org/a, it says more."],
            (await moderator.GetAsync("/organise/comments")).Texts(".moderation .comment-text"));
        await app.DecideAsync(moderator);

        var film = await app.AsVisitor().GetAsync(Film);
        Assert.Equal(("1 comment", "Ana"), (film.Text("#comments-heading"), film.Text(".comment strong")));
        Assert.Equal(["I was there.", "See https://example.org/a, it says more."], film.Texts(".comment p[dir]"));
        var link = film.Html.QuerySelector(".comment p[dir] a")!;
        Assert.Equal(("https://example.org/a", "nofollow ugc noopener"), (link.GetAttribute("href"), link.GetAttribute("rel")));
        Assert.Equal(["I was there.", "See https://example.org/a, it says more."], await app.ReadCommentsAsync(Film + "/comments"));
        var feed = await app.AsVisitor().GetAsync(Film + "/comments.atom");
        Assert.Contains("I was there.", feed.Body, StringComparison.Ordinal);
        foreach (var bytes in new[] { film.Body, feed.Body }) Assert.DoesNotContain("unusual", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("unusual", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task A_writer_with_an_accepted_comment_is_not_held_but_for_many_links_and_where_all_are_held(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        await app.OpenCommentsAsync("Strict", d => d.HoldsAll = true);
        await app.CommentAsync(Film, "The first one");
        await app.DecideAsync(await app.AsSiteEditorAsync());
        await app.CommentAsync(Film, "The second one", "ANA@example.org");
        await app.CommentAsync(Film, "https://example.org/1 and https://example.org/2");
        await app.CommentAsync("/films/strict", "Held anyway");
        await app.CommentAsync(Film, "A stranger", "ben@example.org");
        Assert.Equal(["The second one", "The first one"], await app.ReadCommentsAsync());
        Assert.Empty(await app.ReadCommentsAsync("/films/strict"));
    }

    [Theory, OnEachDatabase]
    public async Task Replies_stand_one_level_deep_and_the_place_of_what_is_taken_back_stays_for_them(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var moderator = await app.AsSiteEditorAsync();
        var first = await app.CommentAsync(Film, "The first one");
        await app.DecideAsync(moderator);
        var id = await app.InDbAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        await app.CommentAsync($"{Film}?to={id}", "A reply", "ben@example.org", "Ben");
        await app.DecideAsync(moderator);
        var reply = await app.InDbAsync(db => db.Comments.MaxAsync(c => c.Id));
        await app.CommentAsync($"{Film}?to={reply}", "A reply to the reply", "ana@example.org");
        Assert.Equal(["The first one", "A reply", "A reply to the reply"], await app.ReadCommentsAsync());
        Assert.Equal(2, (await app.AsVisitor().GetAsync(Film)).Html.QuerySelectorAll(".threads > li > .replies > li").Length);

        Assert.Equal((303, "/comments/removed"), await RemoveAsync(first));
        var film = await app.AsVisitor().GetAsync(Film);
        Assert.Equal(("2 comments", "This comment was removed."), (film.Text("#comments-heading"), film.Text(".moderated")));
        Assert.DoesNotContain("The first one", film.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await app.AsVisitor().GetAsync(first)).Status);
        var late = await app.WriteCommentAsync(
            Film, ("Input.To", $"{id}"), ("Input.Text", "x"), ("Input.Email", "cy@example.org"));
        Assert.Equal((422, "The comment to which you reply was removed. Send the form again, and yours stands by itself."),
            (late.Status, late.Text("div.problems li")));
        app.Clock.Pass(AtTheForm.AWhile);
        Assert.Equal(303, (await app.AsVisitor().SubmitAsync(late, Film + "/comments/new")).Status);
        Assert.Null(await app.InDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.ParentId).LastAsync()));
        Assert.Equal("Write a comment", (await app.AsVisitor().GetAsync($"{Film}/comments/new?to={id}")).Text("h1"));

        async Task<(int, string?)> RemoveAsync(string page)
        {
            var answer = await app.AsVisitor().SendAsync(HttpMethod.Post, page, Act("remove"));
            return (answer.Status, answer.Location);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_writer_corrects_within_an_hour_and_erases_at_any_time(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var page = await app.CommentAsync(Film, "The frist one");
        await app.DecideAsync(await app.AsSiteEditorAsync());
        async Task<int> CorrectAsync(string text) =>
            (await app.AsVisitor().SendAsync(HttpMethod.Post, page, Act("correct", ("Text", text)))).Status;

        Assert.Equal(422, await CorrectAsync(""));
        Assert.Equal(303, await CorrectAsync("The first one"));
        Assert.Empty(await app.ReadCommentsAsync()); // what was accepted were other words
        await app.DecideAsync(await app.AsSiteEditorAsync());
        Assert.Equal(["The first one"], await app.ReadCommentsAsync());
        app.Clock.Pass(Duration.FromHours(1));
        Assert.Equal(422, await CorrectAsync("Something else"));
        app.Clock.Pass(Duration.FromDays(400));
        Assert.Equal(303, (await app.AsVisitor().SendAsync(HttpMethod.Post, page, Act("remove"))).Status);
        Assert.Empty(await app.ReadCommentsAsync());
        Assert.Equal((0, 0), await app.InDbAsync(async db =>
            (await db.Comments.CountAsync(), await db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.Comment))));
    }

    [Theory, OnEachDatabase]
    public async Task Comments_are_closed_unless_opened_and_close_by_date_or_all_at_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Never opened");
        Assert.Null((await app.AsVisitor().GetAsync("/films/never-opened")).Text("#comments"));
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/films/never-opened/comments/new")).Status);
        await app.OpenCommentsAsync(and: d => d.LastDay = app.Clock.Now.InUtc().Date);
        Assert.Equal(["Write a comment"], (await app.AsVisitor().GetAsync(Film)).Texts("#comments .actions a"));
        var sent = await app.WriteCommentAsync(Film, ("Input.Text", "Just in time"), ("Input.Email", "ana@example.org"));
        Assert.Equal(303, sent.Status);
        app.Clock.Pass(Duration.FromDays(1));
        Assert.Equal("Comments are closed.", (await app.AsVisitor().GetAsync(Film)).Text("#comments p"));
        var late = await app.LinkOfCommentAsync();
        await app.AsVisitor().SendAsync(HttpMethod.Post, late, Act("send"));
        Assert.Equal("Comments were closed before you sent yours, so it cannot be taken any more.",
            (await app.AsVisitor().GetAsync(late)).Text(".lead"));
        Assert.Equal("Comments are closed.", (await app.AsVisitor().GetAsync(Film + "/comments/new")).Text("main .lead"));

        await app.OpenCommentsAsync("Another");
        var editor = await app.AsSiteEditorAsync();
        const string Settings = "/organise/films/another/comments";
        Assert.Equal(302, (await editor.FillAsync(Settings, ("LastDay", "2026-01-01"))).Status);
        Assert.Contains("Comments are closed: their last day is over.", (await editor.GetAsync(Settings)).Body, StringComparison.Ordinal);
        Assert.Equal(302, (await editor.FillAsync(Settings, ("LastDay", ""))).Status);
        Assert.Equal(302, (await editor.FillAsync("/organise/comments")).Status);
        Assert.Equal("Comments are closed.", (await app.AsVisitor().GetAsync("/films/another")).Text("#comments p"));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_public_any_more_has_no_comments_but_for_their_writers_and_moderators(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        await app.Programme.AddScreening("Something else", when: null);
        await app.Programme.AddEntry("A review");
        await app.InDbAsync(async db =>
        {
            db.Discussions.Add(new Discussion { EntryId = await db.Journal.Select(e => e.Id).SingleAsync(), IsOpen = true });
            db.Discussions.Add(new Discussion { ScreeningId = await db.Screenings.Select(s => s.Id).SingleAsync(), IsOpen = true });
            await db.SaveChangesAsync();
        });
        var moderator = await app.AsSiteEditorAsync();
        foreach (var (path, act) in new[] { (Film, "unpublish"), ("/journal/a-review", "withdraw") })
        {
            var own = await app.CommentAsync(path, $"Under {path}");
            await app.DecideAsync(moderator);
            await app.WriteCommentAsync(path, ("Input.Text", "x"), ("Input.Email", "ben@example.org"));
            var unsent = await app.LinkOfCommentAsync();
            Assert.Equal(302, (await moderator.FillAsync($"/organise{path}/{act}")).Status);
            foreach (var gone in new[] { "/comments", "/comments/new", "/comments.atom" })
                Assert.Equal((gone, 404), (gone, (await app.AsVisitor().GetAsync(path + gone)).Status));
            var page = await app.AsVisitor().GetAsync(own);
            Assert.Equal((200, "What you commented on is not public at present, so nobody reads your comment.", 0),
                (page.Status, page.Text(".lead"), page.Html.QuerySelectorAll(".kicker").Length));
            await app.AsVisitor().SendAsync(HttpMethod.Post, unsent, Act("send"));
            Assert.Equal("Comments were closed before you sent yours, so it cannot be taken any more.",
                (await app.AsVisitor().GetAsync(unsent)).Text(".lead"));
            Assert.Equal(303, (await app.AsVisitor().SendAsync(HttpMethod.Post, own, Act("remove"))).Status);
        }
        var slug = await app.InDbAsync(db => db.Screenings.Select(s => s.Slug).SingleAsync());
        Assert.Equal("Comments are closed.", (await app.AsVisitor().GetAsync($"/screenings/{slug}/comments/new")).Text("main .lead"));
        Assert.Equal(200, (await moderator.GetAsync("/organise/comments")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Screenings_take_comments_once_they_took_place_and_entries_when_they_are_public(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var screening = await app.Programme.AddScreening(organisation: "Homs Campaign");
        var organisation = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddEntry("A review", and: e => e.OrganisationId = organisation);
        foreach (var path in new[] { $"/screenings/{screening.Slug}", "/journal/a-review" })
            Assert.Equal(302, (await organiser.FillAsync($"/organise{path}/comments", ("IsOpen", "true"))).Status);
        Assert.Equal(["Write a comment"], (await app.AsVisitor().GetAsync("/journal/a-review")).Texts("#comments .actions a"));
        Assert.Null((await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}")).Text("#comments"));
        Assert.Equal("Comments are closed.",
            (await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}/comments/new")).Text("main .lead"));
        app.Clock.Pass(Duration.FromDays(60));
        await app.CommentAsync($"/screenings/{screening.Slug}", "A good evening");
        await app.DecideAsync(organiser);
        Assert.Equal(["A good evening"], await app.ReadCommentsAsync($"/screenings/{screening.Slug}"));
    }

    [Theory, OnEachDatabase]
    public async Task A_saved_comment_puts_the_answers_of_its_page_out_of_date_and_no_other(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        await app.OpenCommentsAsync("Another");
        var moderator = await app.AsSiteEditorAsync();
        await app.CommentAsync(Film, "The first one");
        string[] others = ["/", "/films", "/films/another", "/films/another/comments", "/screenings", "/journal", "/calendar.ics"];
        string[] own = [Film, "/ar" + Film, Film + "/comments", Film + "/comments.atom"];
        foreach (var path in others.Concat(own)) await app.AsVisitor().GetAsync(path);
        var programme = await app.VersionOfAsync(Area.Programme);

        await app.DecideAsync(moderator);
        Assert.Equal(programme, await app.VersionOfAsync(Area.Programme));
        foreach (var path in others) Assert.Equal((path, 0), (path, await AskAgainAsync(path)));
        foreach (var path in own) Assert.NotEqual((path, 0), (path, await AskAgainAsync(path)));
        foreach (var path in own) Assert.Equal((path, 0), (path, await AskAgainAsync(path))); // known again, they cost nothing

        await app.CommentAsync(Film, "Of a stranger", "ben@example.org"); // what nobody sees changes nothing
        foreach (var path in own.Concat(others)) Assert.Equal((path, 0), (path, await AskAgainAsync(path)));

        async Task<int> AskAgainAsync(string path)
        {
            app.Statements.Reset();
            Assert.Equal((path, 200), (path, (await app.AsVisitor().GetAsync(path)).Status));
            return app.Statements.Statements.Count;
        }
    }
}
