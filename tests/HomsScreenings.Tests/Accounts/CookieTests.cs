using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Accounts;

public sealed class CookieTests
{
    [Theory, OnEachDatabase]
    public async Task Cookies_go_to_this_host_alone_over_https_alone_and_not_to_scripts(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync("nadia@example.org");
        var person = app.AsVisitor();
        var form = await person.GetAsync("/account/sign-in");
        Assert.Equal(["__Host-form; path=/; secure; samesite=strict; httponly"], FlagsOf(form, "__Host-form"));
        var signedIn = await person.SignInAsync("nadia@example.org");
        Assert.Equal(["__Host-desk; path=/; secure; samesite=lax; httponly"], FlagsOf(signedIn, "__Host-desk"));
        var changed = await person.FillAsync("/account", ("Input.Present", SigningIn.Password),
            ("Input.Password", "a passage from house to house"), ("Input.Again", "a passage from house to house"));
        Assert.Equal(["__Host-note; path=/; secure; samesite=lax; httponly"], FlagsOf(changed, "__Host-note"));
        Assert.Equal(["__Host-desk", "__Host-form", "__Host-note"], person.Cookies.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task A_site_that_is_tried_out_at_a_plain_address_can_be_signed_in_to(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Site:BaseUrl", "http://localhost:8080"));
        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.ClientOptions.BaseAddress };
        using var form = await plain.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, form.StatusCode);
        Assert.DoesNotContain(
            "secure", Assert.Single(form.Headers.GetValues("Set-Cookie"), c => c.StartsWith("form=", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    static IEnumerable<string> FlagsOf(Answer answer, string name) => answer.Message.Headers.GetValues("Set-Cookie")
        .Where(c => c.StartsWith($"{name}=", StringComparison.Ordinal)).Select(c => name + c[c.IndexOf(';', StringComparison.Ordinal)..]);

    [Theory, OnEachDatabase]
    public async Task On_public_pages_nobody_is_signed_in_and_no_cookie_is_set(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync("nadia@example.org");
        var person = app.AsVisitor();
        await person.SignInAsync("nadia@example.org");
        app.Clock.Pass(Duration.FromDays(10)); // the desk would renew the session now
        var first = await person.GetAsync("/screenings");
        Assert.Null(first.Header("Set-Cookie"));
        Assert.Equal((await app.AsVisitor().GetAsync("/screenings")).Body, first.Body);
        Assert.Contains("__Host-desk=", (await person.GetAsync("/account")).Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_there_for_everybody_sets_no_cookie_when_a_session_has_ended(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(seats: 10);
        var booking = await app.BookAtFormAsync(screening);
        var person = await app.AsOrganiserAsync();
        await app.InDbAsync(db => db.Sessions.ExecuteDeleteAsync());
        foreach (var path in new[] { "/", "/robots.txt", "/health/live", "/health/ready", "/api/v1/films", "/api/nothing", "/openapi/v1.json",
            "/manifest.webmanifest", "/nowhere", "/error/404", "/bookings/erased", booking, $"/screenings/{screening.Slug}/book" })
            Assert.Equal((path, null), (path, (await person.GetAsync(path)).Header("Set-Cookie")));
        Assert.Contains("__Host-desk=;", (await person.GetAsync("/organise")).Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_without_its_token_is_refused_in_words(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var administrator = await app.AsAdministratorAsync();
        foreach (var form in new[] { "/account/sign-in", "/account/sign-out",
            "/account/forgot-password", "/account/reset-password", "/account/invitation", "/setup", "/organise/organisations/new" })
        {
            var answer = await administrator.SendAsync(HttpMethod.Post, form, new FormUrlEncodedContent([new("Input.Name", "Forged")]));
            Assert.Equal((form, 400), (form, answer.Status));
            Assert.StartsWith("This form could not be told to be yours", answer.Text("main .problems li"), StringComparison.Ordinal);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Too_many_tries_from_one_place_have_to_wait(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Accounts:TriesPerMinute", "3"));
        async Task<Answer> TryFrom(string address, string form = "/account/sign-in") =>
            await app.AsVisitor().SendAsync(HttpMethod.Post, form, new FormUrlEncodedContent([]), ("X-Forwarded-For", address));

        for (var i = 0; i < 3; i++) Assert.Equal(400, (await TryFrom("192.0.2.1")).Status);
        var tooMany = await TryFrom("192.0.2.1");
        Assert.Equal((429, "60", "Too many tries"), (tooMany.Status, tooMany.Header("Retry-After"), tooMany.Text("h1")));
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/account/sign-in", ("X-Forwarded-For", "192.0.2.1"))).Status);
        foreach (var form in new[] { "/setup", "/account/forgot-password", "/account/reset-password", "/account/invitation" })
            Assert.Equal((form, 429), (form, (await TryFrom("192.0.2.1", form)).Status));
        Assert.Equal(400, (await TryFrom("192.0.2.2")).Status);

        // The first 64 bits of an IPv6 address are one place.
        for (var i = 1; i <= 3; i++) Assert.Equal(400, (await TryFrom($"2001:db8:0:1::{i}")).Status);
        Assert.Equal(429, (await TryFrom("2001:db8:0:1:ffff::9")).Status);
        Assert.Equal(400, (await TryFrom("2001:db8:0:2::1")).Status);
    }
}
