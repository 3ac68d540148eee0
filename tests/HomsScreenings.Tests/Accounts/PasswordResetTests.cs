using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Accounts;

public sealed class PasswordResetTests
{
    const string Email = "nadia@example.org";
    const string Other = "a passage from house to house";
    static readonly (string, string?)[] Typed = [("Input.Password", Other), ("Input.Again", Other)];

    [Theory, OnEachDatabase]
    public async Task The_link_in_the_mail_gives_a_new_password_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var elsewhere = app.AsVisitor();
        await elsewhere.SignInAsync(Email);
        await app.AskForNewPasswordAsync(Email);
        Assert.Equal(Email, (await app.NewestLetterAsync()).Recipient);

        var link = await app.LinkInNewestMailAsync();
        var changed = await app.AsVisitor().FillAsync(link, Typed);
        Assert.Equal((302, "/account/sign-in"), (changed.Status, changed.Location));
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.Equal(302, (await app.AsVisitor().SignInAsync(Email, Other)).Status);
        var again = await app.AsVisitor().FillAsync(link, ("Input.Password", SigningIn.Password), ("Input.Again", SigningIn.Password));
        Assert.Equal((422, "This link has been used or is too old. Ask for a new one."), (again.Status, again.Text("main .problems li")));
        Assert.Equal(422, (await app.AsVisitor().SignInAsync(Email)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task The_answer_does_not_tell_whether_there_is_an_account(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var known = await app.AskForNewPasswordAsync(Email);
        var unknown = await app.AskForNewPasswordAsync("nobody@example.org");
        Assert.Equal((302, known.Location), (unknown.Status, unknown.Location));
        Assert.Equal(1, await app.InDbAsync(db => db.Outbox.CountAsync()));
        Assert.Equal(Email, (await app.NewestLetterAsync()).Recipient);
    }

    [Theory, OnEachDatabase]
    public async Task Who_asks_is_answered_before_anything_is_looked_up_so_that_the_time_tells_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        foreach (var email in new[] { Email, "nobody@example.org" })
        {
            var visitor = app.AsVisitor();
            var form = await visitor.GetAsync("/account/forgot-password");
            app.Statements.Reset();
            Assert.Equal(302, (await visitor.SubmitAsync(form, "/account/forgot-password", changes: ("Email", email))).Status);
            Assert.Empty(app.Statements.Statements); // of requests; what goes on beside them does not count
        }
    }

    [Theory, OnEachDatabase]
    public async Task Asking_again_and_again_sends_one_mail_in_five_minutes(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        for (var i = 0; i < 3; i++) await app.AskForNewPasswordAsync(Email);
        Assert.Equal(1, await app.InDbAsync(db => db.Outbox.CountAsync()));
        app.Clock.Pass(Duration.FromMinutes(5));
        await app.AskForNewPasswordAsync(Email);
        Assert.Equal(2, await app.InDbAsync(db => db.Outbox.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_new_password_ends_the_pause_after_mistyped_ones(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        for (var i = 0; i < 5; i++) await app.AsVisitor().SignInAsync(Email, "not the password");
        await app.AskForNewPasswordAsync(Email);
        await app.AsVisitor().FillAsync(await app.LinkInNewestMailAsync(), Typed);
        Assert.Equal(302, (await app.AsVisitor().SignInAsync(Email, Other)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_broken_link_is_answered_in_words(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var id = await app.AddAccountAsync(Email);
        foreach (var half in new[] { "/account/reset-password",
            $"/account/reset-password?account={id}", "/account/reset-password?account=x&token=y" })
            Assert.Equal((half, 400), (half, (await app.AsVisitor().GetAsync(half)).Status));
        foreach (var wrong in new[] { $"account={id}&token=AAAA", $"account={id}&token=!!!", "account=999&token=AAAA" })
            Assert.Equal((wrong, 422), (wrong, (await app.AsVisitor().FillAsync($"/account/reset-password?{wrong}", Typed)).Status));
    }
}
