using HomsScreenings.Comments;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Comments.Letters;

/// <summary>What mails about comments say, and to whom.</summary>
public sealed class CommentLettersTests
{
    const string Film = "/films/return-to-homs";

    static async Task<(string? Recipient, string Text, string? WhyNot)> NewestAsync(ScreeningsApp app, string kind)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, composers) = (scope.ServiceProvider.GetRequiredService<HomsScreenings.Storage.ScreeningsDb>(),
            scope.ServiceProvider.GetRequiredService<LetterComposers>());
        var message = await db.Outbox.OrderBy(m => m.Id).LastAsync(m => m.Kind == kind);
        var (letter, whyGone) = await composers.ReadAsync(db, message, CancellationToken.None);
        return letter is null ? (null, "", whyGone)
            : (letter.Recipient, LetterText.Write(letter.Write(new MailSite("Homs Screenings", ScreeningsApp.BaseUrl), "secret")),
                letter.WhyNot(app.Clock.Now));
    }

    [Theory, OnEachDatabase]
    public async Task The_mail_that_asks_to_confirm_says_nothing_of_what_was_written_and_speaks_the_language_of_the_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync();
        await app.InDbAsync(db => db.Films.ExecuteUpdateAsync(
            f => f.SetProperty(x => x.OriginalTitle, "العودة إلى حمص").SetProperty(x => x.OriginalTitleLanguage, "ar")));
        await app.WriteCommentAsync(Film, ("Input.Text", "Buy things"), ("Input.Email", "ana@example.org"), ("Input.Name", "Cheap things"));
        var (recipient, text, whyNot) = await NewestAsync(app, CommentMailKind.Confirm);
        Assert.Equal(("ana@example.org", null), (recipient, whyNot));
        Assert.Contains("a comment on Return to Homs at Homs Screenings", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains($"\n{ScreeningsApp.BaseUrl}/comments/secret\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("things", text, StringComparison.Ordinal);
        await app.WriteCommentAsync("/ar" + Film, ("Input.Text", "x"), ("Input.Email", "ben@example.org"));
        var arabic = (await NewestAsync(app, CommentMailKind.Confirm)).Text;
        Assert.Contains("/ar/comments/secret", arabic, StringComparison.Ordinal);
        Assert.Contains("العودة إلى حمص", arabic, StringComparison.Ordinal);
        Assert.Equal("العودة إلى حمص", (await app.AsVisitor().GetAsync("/ar" + Film + "/comments/new")).Text(".kicker"));

        await app.AsVisitor().SendAsync(HttpMethod.Post, await app.LinkOfCommentAsync(), CommentSteps.Act("remove"));
        await app.InDbAsync(async db =>
        {
            db.Outbox.Add(OutboxMessage.New(CommentMailKind.Confirm, 999, app.Clock.Now));
            await db.SaveChangesAsync();
        });
        Assert.Equal("The comment or the account is gone.", (await NewestAsync(app, CommentMailKind.Confirm)).WhyNot);
    }

    [Theory, OnEachDatabase]
    public async Task A_digest_counts_what_waits_for_its_reader_and_is_needless_when_nothing_does(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.OpenCommentsAsync(organisation: "Homs Campaign");
        await app.OpenCommentsAsync("Of others", organisation: "Another house");
        var moderator = await app.AsOrganiserAsync();
        await app.OpenCommentsAsync("Of nobody");
        await app.CommentAsync("/films/of-others", "Not theirs");
        await app.CommentAsync("/films/of-nobody", "For those who edit the whole site");
        await app.CommentAsync(Film, "One");
        await app.CommentAsync(Film, "Two");
        await app.InDbAsync(async db =>
        {
            db.Outbox.Add(OutboxMessage.New(CommentMailKind.Digest, moderator.UserId, app.Clock.Now));
            await db.SaveChangesAsync();
        });
        var (recipient, text, whyNot) = await NewestAsync(app, CommentMailKind.Digest);
        Assert.Equal((moderator.Email, null), (recipient, whyNot));
        Assert.Contains("2 comments at Homs Screenings wait", text, StringComparison.Ordinal);
        await app.InDbAsync(db => db.Comments.ExecuteDeleteAsync());
        Assert.Equal("No comment waits any more.", (await NewestAsync(app, CommentMailKind.Digest)).WhyNot);
    }
}
