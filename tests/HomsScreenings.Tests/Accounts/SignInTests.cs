using NodaTime;

namespace HomsScreenings.Tests.Accounts;

public sealed class SignInTests
{
    const string Email = "nadia@example.org";

    [Theory, OnEachDatabase]
    public async Task Who_signs_in_gets_to_where_they_wanted_to_go(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var person = app.AsVisitor();
        var refused = await person.GetAsync("/organise/organisations");
        Assert.Equal((302, "/account/sign-in?returnUrl=%2Forganise%2Forganisations"), (refused.Status, refused.Location));
        Assert.Equal("/organise/organisations", (await person.SignInAsync("NADIA@example.org", at: refused.Location!)).Location);
        Assert.True(await person.IsSignedInAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_is_led_to_another_site_by_signing_in(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        foreach (var elsewhere in new[] { "https://elsewhere.test/", "//elsewhere.test", "/\\elsewhere.test" })
            Assert.Equal("/organise",
                (await app.AsVisitor().SignInAsync(Email, at: $"/account/sign-in?returnUrl={Uri.EscapeDataString(elsewhere)}")).Location);
    }

    [Theory, OnEachDatabase]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var wrong = await app.AsVisitor().SignInAsync(Email, "not the password");
        var unknown = await app.AsVisitor().SignInAsync("nobody@example.org", "not the password");
        Assert.Equal((422, 422), (wrong.Status, unknown.Status));
        Assert.Equal(wrong.Text("main .problems"), unknown.Text("main .problems"));
        Assert.NotNull(wrong.Text("main .problems"));
    }

    [Theory, OnEachDatabase]
    public async Task After_five_wrong_passwords_an_account_pauses_for_a_quarter_of_an_hour(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        Answer wrong = null!;
        for (var i = 0; i < 5; i++) wrong = await app.AsVisitor().SignInAsync(Email, "not the password");
        var paused = await app.AsVisitor().SignInAsync(Email);
        Assert.Equal((422, wrong.Text("main .problems")), (paused.Status, paused.Text("main .problems")));
        app.Clock.Pass(Duration.FromMinutes(15) - Duration.FromMilliseconds(1));
        Assert.Equal(422, (await app.AsVisitor().SignInAsync(Email)).Status);
        app.Clock.Pass(Duration.FromMilliseconds(1));
        Assert.Equal(302, (await app.AsVisitor().SignInAsync(Email)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_link_to_signing_out_only_asks(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var person = app.AsVisitor();
        await person.SignInAsync(Email);
        var asks = await person.GetAsync("/account/sign-out");
        Assert.True(await person.IsSignedInAsync());
        await person.SendAsync(HttpMethod.Post, "/account/sign-out", new FormUrlEncodedContent(
            [new("__RequestVerificationToken", asks.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
        Assert.False(await person.IsSignedInAsync());
        Assert.Equal(200, (await person.GetAsync("/account/sign-out")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_session_that_is_used_lasts_and_one_that_is_not_ends_after_14_days(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var (busy, idle) = (app.AsVisitor(), app.AsVisitor());
        await busy.SignInAsync(Email);
        await idle.SignInAsync(Email);
        app.Clock.Pass(Duration.FromDays(10));
        Assert.True(await busy.IsSignedInAsync());
        app.Clock.Pass(Duration.FromDays(10));
        Assert.Equal((true, false), (await busy.IsSignedInAsync(), await idle.IsSignedInAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Changing_the_password_ends_all_other_sessions_at_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var (here, elsewhere) = (app.AsVisitor(), app.AsVisitor());
        await here.SignInAsync(Email);
        await elsewhere.SignInAsync(Email);

        var wrong = await here.FillAsync("/account", ("Input.Present", "not the password"),
            ("Input.Password", "a passage from house to house"), ("Input.Again", "a passage from house to house"));
        Assert.Equal(422, wrong.Status);
        Assert.True(await elsewhere.IsSignedInAsync());
        var changed = await here.FillAsync("/account", ("Input.Present", SigningIn.Password),
            ("Input.Password", "a passage from house to house"), ("Input.Again", "a passage from house to house"));
        Assert.Equal(302, changed.Status);
        Assert.Equal((true, false), (await here.IsSignedInAsync(), await elsewhere.IsSignedInAsync()));
        Assert.Equal(422, (await app.AsVisitor().SignInAsync(Email)).Status);
        Assert.Equal(302, (await app.AsVisitor().SignInAsync(Email, "a passage from house to house")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Passwords_that_somebody_would_guess_are_refused(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Accounts:TriesPerMinute", "100"));
        await app.AddAccountAsync(Email);
        var person = app.AsVisitor();
        await person.SignInAsync(Email);
        foreach (var obvious in new[] { "elevensigns", "passwordpassword", "Password 2026!!",
            "123456789012", "aaaaaaaaaaaa", "nadia@example.org", "NADIA@example.org1", "nadia-1234567890", "homsscreenings" })
            Assert.Equal(
                (obvious, 422),
                (obvious,
                    (await person.FillAsync("/account", ("Input.Present", SigningIn.Password),
                        ("Input.Password", obvious), ("Input.Again", obvious))).Status));
        Assert.Equal(
            302,
            (await person.FillAsync("/account", ("Input.Present", SigningIn.Password),
                ("Input.Password", "twelve signs"), ("Input.Again", "twelve signs"))).Status);
    }
}
