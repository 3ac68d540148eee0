using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Hosting;

/// <summary>Requests that nobody would think of are answered in words, and break nothing.</summary>
public sealed class OddRequestsTests
{
    static readonly string[] Lists = ["/screenings", "/subscribe", "/embed/screenings", "/calendar.ics", "/feed.atom", "/api/v1/screenings",
        "/ar/screenings"];

    [Theory, OnEachDatabase]
    public async Task Whatever_stands_in_an_address_nothing_breaks(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        foreach (var list in Lists)
            foreach (var value in new[] { "%EF%BF%BE", "%EF%BF%BF", "%00", "%ED%A0%80", "%F0%9F%9B%98", "%E2%80%AEhoms" })
                foreach (var name in new[] { "q", "city", "near" })
                    Assert.InRange((await app.AsVisitor().GetAsync($"{list}?{name}={value}")).Status, 200, 400);
        foreach (var (path, status) in new[]
        {
            ("/archive/%0A", 404), ("/ar/archive/%20", 404), ("/ar/%2500", 404), ("/ar/screenin%2567s", 404),
            ("/films/%EF%BF%BE", 404), ("/oembed?url=%EF%BF%BE", 404), ("/favicon.ico", 301),
        }) Assert.Equal((path, status), (path, (await app.AsVisitor().GetAsync(path)).Status));
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_without_an_address_and_a_form_that_is_none_break_nothing()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        foreach (var line in new[] { "OPTIONS *", "CONNECT x:80" })
            Assert.Matches("^HTTP/1.1 [24][0-9][0-9] ",
                await RawAsync(app, $"{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        foreach (var body in new[] { "[a=1", "a%00b=1", "Input.Email=%00", "[a[=1&b]=2" })
        {
            var form = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
            var answer = await app.AsVisitor().SendAsync(HttpMethod.Post, "/bookings/x/ask", form);
            Assert.InRange(answer.Status, 400, 499);
        }
        var unread = await app.AsVisitor().SendAsync(HttpMethod.Post, "/ar/bookings/x/ask",
            new StringContent("a=%00", Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal((400, "وصلت الاستمارة تالفة. المطلوب العودة وتحميل الصفحة من جديد وإرسالها مرة أخرى."),
            (unread.Status, unread.Text(".problems li")));
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task No_text_of_one_organisation_takes_a_page_down(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        var deep = new string('>', 140) + "x";
        await app.InDbAsync(async db =>
        {
            (await db.Series.SingleAsync()).Description = (await db.Films.SingleAsync()).Synopsis = deep;
            (await db.Venues.SingleAsync()).Directions = (await db.Organisations.SingleAsync()).About = deep;
            (await db.Screenings.SingleAsync()).Description = deep;
            await db.SaveChangesAsync();
        });
        foreach (var path in new[] { "/", "/ar", "/series/uk-tour", "/films/return-to-homs", "/venues/ica", "/organisations/homs-campaign",
            $"/screenings/{screening.Slug}" })
        {
            var page = await app.AsVisitor().GetAsync(path);
            Assert.Equal((path, 200), (path, page.Status));
            if (path is not ("/" or "/ar")) Assert.Contains(deep, page.Text("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Text_in_a_broken_encoding_is_refused()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var screening = await app.Programme.AddScreening(organisation: "Homs Campaign", and: s =>
        {
            s.Capacity = 10;
            s.GiveAwaySeats(_ => { });
        });
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var door = $"/organise/screenings/{screening.Slug}/door";
        var token = (await organiser.GetAsync(door)).Html.QuerySelector("[data-door]")!.GetAttribute("data-form")!;
        var content = new ByteArrayContent([0x7B, 0x00, 0x00, 0xD8, 0x41]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-16");
        var answer = await organiser.SendAsync(HttpMethod.Post, $"{door}/counts", content, ("RequestVerificationToken", token));
        Assert.Equal(400, answer.Status);
        foreach (var type in new[] { "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7" })
        {
            var form = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"Input.Name\"\r\n"
                + "Content-Type: text/plain; charset=utf-7\r\n\r\n+AGE-\r\n--x--\r\n"));
            form.Headers.TryAddWithoutValidation("Content-Type", type);
            Assert.InRange((await app.AsVisitor().SendAsync(HttpMethod.Post, "/bookings/x/ask", form)).Status, 400, 404);
        }
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_without_https_to_a_site_that_has_it_is_told_so()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        using var plain = new HttpClient { BaseAddress = app.ClientOptions.BaseAddress };
        foreach (var path in new[] { "/account/sign-in", "/account/forgot-password", "/setup" })
        {
            var answer = await plain.GetAsync(path);
            Assert.Equal((path, 400), (path, (int)answer.StatusCode));
            Assert.Contains($"This page is there over https only: {ScreeningsApp.BaseUrl}{path}.", await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }
        Assert.Equal(200, (int)(await plain.GetAsync("/screenings")).StatusCode);
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/account/sign-in")).Status);
    }

    [Fact]
    public async Task What_no_header_may_hold_is_escaped_where_an_address_leads_on()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening("Return to Homs");
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).Slug = "the-return";
            await db.SaveChangesAsync();
        });
        foreach (var (target, status) in new[] { ("/ar/organise?x=\u000b\u001f", 302), ("/ar/account/sign-in?\u007f", 302),
            ("/films/return-to-homs.ics?x=\u000b\u001f", 301), ("/ar/films/return-to-homs.ics?q=\u000b\u001f", 301) })
        {
            var answer = await RawAsync(app, $"GET {target} HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");
            Assert.Equal((target, $"HTTP/1.1 {status}"), (target, answer[..12]));
        }
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_gets_the_answer_of_a_server_that_broke_by_asking_for_it()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
            foreach (var path in new[] { "/error/500", "/error/502", "/error/503", "/ar/error/503", "/error/599" })
                Assert.Equal((path, 404), (path, (await app.AsVisitor().SendAsync(method, path)).Status));
        Assert.Equal(403, (await app.AsVisitor().GetAsync("/error/403")).Status);
    }

    [Fact]
    public async Task Signing_in_leads_on_to_an_address_in_any_script()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var organiser = await app.AsOrganiserAsync();
        foreach (var (asked, led) in new[]
        {
            ("/organise?q=%C3%A4", "/organise?q=%C3%A4"), ("/%D8%AD?q=%D9%85#%D8%B5", "/%D8%AD?q=%D9%85#%D8%B5"),
            ("//example.org", "/organise"), ("https://example.org", "/organise"),
        })
        {
            var answer = await organiser.GetAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(Uri.UnescapeDataString(asked))}");
            Assert.Equal((asked, 302, led), (asked, answer.Status, answer.Location));
        }
    }

    static async Task<string> RawAsync(ScreeningsApp app, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(app.ClientOptions.BaseAddress.Host, app.ClientOptions.BaseAddress.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
