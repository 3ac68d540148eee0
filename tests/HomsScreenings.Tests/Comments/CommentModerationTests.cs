using System.Globalization;
using HomsScreenings.Comments;
using HomsScreenings.Model;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static HomsScreenings.Tests.Comments.CommentSteps;

namespace HomsScreenings.Tests.Comments;

/// <summary>What moderators decide, whom they keep out, and what is forgotten of those who wrote.</summary>
public sealed class CommentModerationTests
{
    const string Film = "/films/return-to-homs";

    [Theory, OnEachDatabase]
    public async Task A_moderator_declines_marks_as_spam_edits_with_a_note_and_changes_their_mind(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var moderator = await app.AsSiteEditorAsync();
        var page = await app.CommentAsync(Film, "Call me: 020 7946 0000");
        await app.DecideAsync(moderator, "decline");
        Assert.Equal("The moderators did not publish your comment.", (await app.AsVisitor().GetAsync(page)).Text(".lead"));
        await app.DecideAsync(moderator, "spam");
        Assert.Equal("Thank you. A moderator reads your comment before it is public.",
            (await app.AsVisitor().GetAsync(page)).Text(".lead"));
        Assert.Equal(["Call me: 020 7946 0000"], (await moderator.GetAsync("/organise/comments?state=spam")).Texts(".comment-text"));

        var id = await app.InDbAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        var address = $"/organise/comments/{id}";
        Assert.Equal(422, (await moderator.FillAsync(address, ("act", "edit"), ("Text", "Call me."))).Status);
        Assert.Equal(302, (await moderator.FillAsync(
            address, ("act", "edit"), ("Text", "Call me."), ("Note", "A telephone number was removed."))).Status);
        await app.DecideAsync(moderator);
        var film = await app.AsVisitor().GetAsync(Film);
        Assert.Equal(("Call me.", "Edited by the moderators: A telephone number was removed."),
            (film.Text(".comment p[dir]"), film.Text(".moderated")));
        Assert.DoesNotContain("7946", film.Body, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_blocked_address_is_told_nothing_and_known_by_a_hash_alone(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var moderator = await app.AsSiteEditorAsync();
        await app.CommentAsync(Film, "Spam", "spam@example.org");
        await app.DecideAsync(moderator, "block");
        Assert.Equal(CommentState.Spam, await app.InDbAsync(db => db.Comments.Select(c => c.State).SingleAsync()));
        var mails = await app.InDbAsync(db => db.Outbox.CountAsync());
        var again = await app.WriteCommentAsync(Film, ("Input.Text", "More"), ("Input.Email", "SPAM@example.org"));
        Assert.Equal((303, "/comments/sent"), (again.Status, again.Location));
        Assert.Equal((1, mails), await app.InDbAsync(async db => (await db.Comments.CountAsync(), await db.Outbox.CountAsync())));
        var row = await app.InDbAsync(db => db.BlockedAddresses.SingleAsync());
        Assert.DoesNotContain("spam", row.Hash + row.Salt, StringComparison.OrdinalIgnoreCase);

        var number = row.Id.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(302, (await moderator.FillAsync("/organise/comments/blocked", ("id", number))).Status);
        await app.WriteCommentAsync(Film, ("Input.Text", "More"), ("Input.Email", "spam@example.org"));
        Assert.Equal(2, await app.InDbAsync(db => db.Comments.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Only_those_moderate_who_may_edit_what_is_commented_on(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync(organisation: "Homs Campaign");
        await app.CommentAsync(Film, "Of the campaign");
        var id = await app.InDbAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        var (own, stranger) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync("Another house"));
        Assert.Equal(["Of the campaign"], (await own.GetAsync("/organise/comments")).Texts(".comment-text"));
        Assert.Empty((await stranger.GetAsync("/organise/comments")).Texts(".comment-text"));
        Assert.Equal(404, (await stranger.GetAsync($"/organise/comments/{id}")).Status);
        Assert.Equal(404, (await stranger.GetAsync("/organise/films/return-to-homs/comments")).Status);
        await app.DecideAsync(own);
        Assert.Equal(["Of the campaign"], await app.ReadCommentsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Moderators_are_told_once_a_day_what_waits_unless_they_turned_it_off(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync(organisation: "Homs Campaign");
        var moderator = await app.AsOrganiserAsync();
        await app.AsOrganiserAsync("Another house");
        await app.CommentAsync(Film, "One");
        await RunAsync(app);
        await app.CommentAsync(Film, "Two");
        await RunAsync(app);
        Assert.Equal([moderator.UserId], await ToldAsync(app));
        app.Clock.Pass(Duration.FromDays(1));
        await RunAsync(app);
        await RunAsync(app);
        Assert.Equal([moderator.UserId, moderator.UserId], await ToldAsync(app)); // of the second, which is news
        app.Clock.Pass(Duration.FromDays(1));
        await RunAsync(app);
        Assert.Equal(2, (await ToldAsync(app)).Count); // nothing new
        Assert.Equal(302, (await moderator.FillAsync(
            "/account/emails", ("wanted", "no"))).Status);
        await app.CommentAsync(Film, "Three");
        app.Clock.Pass(Duration.FromDays(1));
        await RunAsync(app);
        Assert.Equal(2, (await ToldAsync(app)).Count);
    }

    [Theory, OnEachDatabase]
    public async Task Moderators_are_told_of_what_was_written_before_they_were_last_told_and_sent_after(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync(organisation: "Homs Campaign");
        await app.AsOrganiserAsync();
        await app.WriteCommentAsync(Film, ("Input.Text", "Slow"), ("Input.Email", "ben@example.org"));
        var slow = await app.LinkOfCommentAsync();
        await app.CommentAsync(Film, "Quick");
        app.Clock.Pass(Duration.FromMinutes(1));
        await RunAsync(app);
        app.Clock.Pass(Duration.FromMinutes(1));
        await app.AsVisitor().SendAsync(HttpMethod.Post, slow, Act("send"));
        app.Clock.Pass(Duration.FromDays(1));
        await RunAsync(app);
        Assert.Equal(2, (await ToldAsync(app)).Count);
    }

    static Task<List<int>> ToldAsync(ScreeningsApp app) => app.InDbAsync(db => db.Outbox
        .Where(m => m.Kind == CommentMailKind.Digest).OrderBy(m => m.Id).Select(m => m.SubjectId).ToListAsync());

    static Task RunAsync(ScreeningsApp app) =>
        app.Services.GetRequiredService<BackgroundJobs>().RunAsync("comments", CancellationToken.None);

    [Theory, OnEachDatabase]
    public async Task After_its_time_nothing_of_a_writer_is_left_but_what_they_said_in_public(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:KeepDays", "30"));
        await app.OpenCommentsAsync();
        var moderator = await app.AsSiteEditorAsync();
        await app.CommentAsync(Film, "Public", "ana@example.org");
        await app.DecideAsync(moderator);
        await app.CommentAsync(Film, "Declined", "ben@example.org", "Ben");
        await app.DecideAsync(moderator, "decline");
        await app.WriteCommentAsync(Film, ("Input.Text", "Never confirmed"), ("Input.Email", "cy@example.org"), ("Input.Name", "Cy"));
        app.Clock.Pass(Duration.FromDays(2));
        await RunAsync(app);
        Assert.Equal(["Public", "Declined"], await app.InDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Text).ToListAsync()));
        app.Clock.Pass(Duration.FromDays(30));
        await RunAsync(app);
        Assert.Equal(("Public", "Ana", null), await app.InDbAsync(async db =>
        {
            var left = await db.Comments.SingleAsync();
            return (left.Text, left.Name, left.Email);
        }));
        Assert.Equal(["Public"], await app.ReadCommentsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task What_is_no_comment_is_told_in_words_and_nothing_that_was_typed_is_lost(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        async Task IsSaidAsync(string sentence, params (string, string?)[] typed)
        {
            var answer = await app.WriteCommentAsync(Film, typed);
            Assert.Equal((422, sentence), (answer.Status, answer.Text("div.problems li")));
            Assert.Equal(typed[0].Item2?.Length ?? 0, answer.Html.QuerySelector("#Input_Text")!.TextContent.TrimStart('\n').Length);
        }
        var good = ("Input.Email", "ana@example.org");
        await IsSaidAsync("Write your comment.", ("Input.Text", null), good);
        await IsSaidAsync("A comment has at most 5000 characters; this one has 100000. Please shorten it.",
            ("Input.Text", new string('x', 100_000)), good);
        await IsSaidAsync("A comment has at most 10 web addresses; this one has 200.",
            ("Input.Text", string.Join(' ', Enumerable.Range(100, 200).Select(i => $"http://a.b/{i}"))), good);
        await IsSaidAsync("Enter your email address.", ("Input.Text", "x"), ("Input.Email", null));
        await IsSaidAsync("A field that is not meant for people was filled in, perhaps by your browser. "
            + "It is empty again: please send the form once more.", ("Input.Text", "x"), good, ("Input.LeaveEmpty", "x"));
        Assert.Equal(0, await app.InDbAsync(db => db.Comments.CountAsync()));

        await app.WriteCommentAsync(Film, ("Input.Text", "\u202Egnp.exe <script>alert(1)</script>"), good);
        Assert.Equal("gnp.exe <script>alert(1)</script>", await app.InDbAsync(db => db.Comments.Select(c => c.Text).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task The_same_form_sent_twice_is_one_comment_and_one_mail(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var writer = app.AsVisitor();
        var form = await writer.GetAsync(Film + "/comments/new");
        app.Clock.Pass(AtTheForm.AWhile);
        for (var i = 0; i < 2; i++)
            Assert.Equal(303, (await writer.SubmitAsync(
                form, Film + "/comments/new", changes: [("Input.Text", "x"), ("Input.Email", "ana@example.org")])).Status);
        Assert.Equal((1, 1), await app.InDbAsync(async db => (await db.Comments.CountAsync(), await db.Outbox.CountAsync())));
        Assert.Empty(writer.Cookies);
    }

    [Theory, OnEachDatabase]
    public async Task Nor_is_it_two_when_both_come_at_the_same_moment(Database database)
    {
        var meanwhile = new Meanwhile();
        await using var app = await ScreeningsApp.StartAsync(database, meanwhile.Add);
        await app.OpenCommentsAsync();
        var writer = app.AsVisitor();
        var form = await writer.GetAsync(Film + "/comments/new");
        app.Clock.Pass(AtTheForm.AWhile);
        var first = 0;
        meanwhile.BeforeSaving = async () => first = (await SendAsync()).Status;
        Assert.Equal((303, 303), ((await SendAsync()).Status, first));
        Assert.Equal((1, 1), await app.InDbAsync(async db => (await db.Comments.CountAsync(), await db.Outbox.CountAsync())));

        Task<Answer> SendAsync() => writer.SubmitAsync(
            form, Film + "/comments/new", changes: [("Input.Text", "x"), ("Input.Email", "ana@example.org")]);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_form_with_another_address_in_it_is_not_lost(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var (writer, path) = (app.AsVisitor(), Film + "/comments/new");
        var form = await writer.GetAsync(path);
        app.Clock.Pass(AtTheForm.AWhile);
        await writer.SubmitAsync(form, path, changes: [("Input.Text", "x"), ("Input.Email", "mistyped@example.org")]);
        var again = await writer.SubmitAsync(form, path, changes: [("Input.Text", "x"), ("Input.Email", "ana@example.org")]);
        Assert.Equal((422, "This form was sent before with something else in it, and the email for that leads there. "
            + "If you want to send what is here now, send it again."), (again.Status, again.Text("div.problems li")));
        app.Clock.Pass(AtTheForm.AWhile);
        Assert.Equal(303, (await writer.SubmitAsync(again, path)).Status);
        Assert.Equal(["mistyped@example.org", "ana@example.org"],
            await app.InDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Email!).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task What_moderators_took_out_does_not_come_back_by_a_correction_nor_does_a_blocked_writer(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        var moderator = await app.AsSiteEditorAsync();
        await app.CommentAsync(Film, "First");
        await app.DecideAsync(moderator);
        var page = await app.CommentAsync(Film, "Second, call 7946");
        var id = await app.InDbAsync(db => db.Comments.MaxAsync(c => c.Id));
        await moderator.FillAsync($"/organise/comments/{id}", ("act", "edit"), ("Text", "Second"), ("Note", "A number was removed."));
        Assert.Equal(["Second", "First"], await app.ReadCommentsAsync());
        Assert.Equal(303, (await CorrectAsync(page, "Second, call 7946")).Status);
        Assert.Equal(["First"], await app.ReadCommentsAsync());

        var third = await app.CommentAsync(Film, "Third");
        Assert.Equal(["Third", "First"], await app.ReadCommentsAsync());
        await app.DecideAsync(moderator, "block");
        Assert.Equal(303, (await CorrectAsync(third, "Spam")).Status);
        Assert.Equal(["First"], await app.ReadCommentsAsync());

        Task<Answer> CorrectAsync(string own, string text) =>
            app.AsVisitor().SendAsync(HttpMethod.Post, own, Act("correct", ("Text", text)));
    }
}
