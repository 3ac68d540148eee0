namespace HomsScreenings.Tests.Endpoints;

public sealed class WellKnownTests
{
    [Fact]
    public async Task Robots_may_read_pages_and_feeds_and_nothing_of_the_desk()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var answer = await app.AsVisitor().GetAsync("/robots.txt");
        Assert.Equal(
            (200,
                "text/plain; charset=utf-8",
                "User-agent: *\nAllow: /organise/calendar/\nDisallow: /organise\nDisallow: /account\nDisallow: /setup\nDisallow: /bookings\nDisallow: /ar/bookings\nDisallow: /subscriptions\nDisallow: /ar/subscriptions\nDisallow: /interests\nDisallow: /ar/interests\n\nSitemap: https://screenings.test/sitemap.xml\n"),
            (answer.Status, answer.Header("Content-Type"), answer.Body));
        Assert.Equal(200, (await app.AsVisitor().SendAsync(HttpMethod.Head, "/robots.txt")).Status);
    }

    [Theory]
    [InlineData("security@example.org", "mailto:security@example.org")]
    [InlineData("mailto:security@example.org", "mailto:security@example.org")]
    [InlineData("https://example.org/contact", "https://example.org/contact")]
    public async Task Who_finds_a_hole_learns_whom_to_tell(string contact, string said)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Site:Contact", contact));
        var answer = await app.AsVisitor().GetAsync("/.well-known/security.txt");
        Assert.Equal((200, "text/plain; charset=utf-8", $"Contact: {said}\nExpires: 2026-12-01T00:00:00Z\nPreferred-Languages: en\n"),
            (answer.Status, answer.Header("Content-Type"), answer.Body));
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_such_file()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/.well-known/security.txt")).Status);
    }
}
