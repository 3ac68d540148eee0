using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Endpoints;

public sealed class OEmbedTests
{
    static string Ask(string path, string more = "") => $"/oembed?url={Uri.EscapeDataString(ScreeningsApp.BaseUrl + path)}{more}";

    static async Task<JsonNode> AnswerAsync(ScreeningsApp app, string path, string more = "")
    {
        var answer = await app.AsVisitor().GetAsync(Ask(path, more));
        Assert.Equal(
            (200, "application/json", "*"), (answer.Status, answer.Header("Content-Type"), answer.Header("Access-Control-Allow-Origin")));
        return JsonNode.Parse(answer.Body)!;
    }

    [Theory, OnEachDatabase]
    public async Task What_can_be_embedded_comes_as_a_frame_that_opens(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(series: "UK \"tour\" & more", organisation: "Homs Campaign");
        foreach (var (path, embed) in new[]
        {
            ("/screenings?city=London&free=true", "/embed/screenings?city=London&free=true"),
            ("/films/return-to-homs", "/embed/films/return-to-homs"), ("/series/uk-tour-more", "/embed/series/uk-tour-more"),
            ("/venues/ica", "/embed/venues/ica"), ("/organisations/homs-campaign", "/embed/organisations/homs-campaign"),
            ($"/screenings/{screening.Slug}", $"/embed/screenings/{screening.Slug}"),
            ("/ar/films/return-to-homs", "/ar/embed/films/return-to-homs"),
        })
        {
            var answer = await AnswerAsync(app, path);
            var site = path.StartsWith("/ar/", StringComparison.Ordinal) ? "عروض حمص" : "Homs Screenings";
            Assert.Equal(("1.0", "rich", site, ScreeningsApp.BaseUrl),
                ((string?)answer["version"], (string?)answer["type"], (string?)answer["provider_name"], (string?)answer["provider_url"]));
            var frame = new HtmlParser().ParseDocument((string)answer["html"]!).QuerySelector("iframe")!;
            Assert.Equal(ScreeningsApp.BaseUrl + embed, frame.GetAttribute("src"));
            Assert.Equal(((string?)answer["title"], "600", "420"),
                (frame.GetAttribute("title"), frame.GetAttribute("width"), frame.GetAttribute("height")));
            Assert.Equal((600, 420), ((int)answer["width"]!, (int)answer["height"]!));
            Assert.Equal(200, (await app.AsVisitor().GetAsync(embed)).Status);
        }
        Assert.Equal("UK \"tour\" & more", (string?)(await AnswerAsync(app, "/series/uk-tour-more"))["title"]);
    }

    [Theory, OnEachDatabase]
    public async Task Every_state_of_the_programme_and_a_former_name_can_be_put_into_other_pages(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour");
        await app.InDbAsync(async db =>
        {
            var film = await db.Films.SingleAsync();
            (film.Slug, film.TextLanguage) = ("homs", "en");
            film.SetTranslations([new() { Language = "ar", Title = "العودة إلى حمص" }]);
            await db.SaveChangesAsync();
        });
        foreach (var (path, title) in new[]
        {
            ("/screenings?view=month", "Programme"), ("/screenings?view=map&city=London", "London: Programme"), ("/screenings?page=2", "Programme"),
            ("/screenings?utm_source=x", "Programme"), ("/subscribe?city=London", "London: Programme"),
            ("/films/return-to-homs", "Return to Homs"), ("/films/homs", "Return to Homs"), ("/ar/films/homs", "العودة إلى حمص"),
        }) Assert.Equal((path, title), (path, (string?)(await AnswerAsync(app, path))["title"]));
        await app.InDbAsync(db => db.Films.ExecuteUpdateAsync(f => f.SetProperty(x => x.Title, "Homs\uFFFF")));
        var xml = await app.AsVisitor().GetAsync(Ask("/films/homs", "&format=xml&maxwidth=599"));
        Assert.Equal((200, "Homs"), (xml.Status, (string?)XElement.Parse(xml.Body).Element("title")));
    }

    [Theory, OnEachDatabase]
    public async Task A_frame_keeps_to_the_room_that_there_is_and_is_a_link_where_there_is_too_little(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var small = await AnswerAsync(app, "/films/return-to-homs", "&maxwidth=320&maxheight=1000");
        Assert.Equal((320, 420), ((int)small["width"]!, (int)small["height"]!));
        var tiny = await AnswerAsync(app, "/films/return-to-homs", "&maxwidth=100");
        Assert.Equal("link", (string?)tiny["type"]);
        Assert.Null(tiny["html"]);
        foreach (var wrong in new[] { "&maxwidth=wide", "&maxheight=-1", "&maxwidth=0" })
            Assert.Equal(400, (await app.AsVisitor().GetAsync(Ask("/films/return-to-homs", wrong))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Other_pages_come_as_links_and_what_is_no_page_not_at_all(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddPerson("Talal Derki");
        var draft = await app.Programme.AddScreening(published: false);
        foreach (var path in new[] { "", "/", "/films", "/people/talal-derki", "/archive", "/archive/2014" })
            Assert.Equal("link", (string?)(await AnswerAsync(app, path))["type"]);
        foreach (var path in new[] { "/films/nothing", $"/screenings/{draft.Slug}", "/organise", "/screenings?colour=red", "/a/b/c" })
            Assert.Equal(404, (await app.AsVisitor().GetAsync(Ask(path))).Status);
        foreach (var url in new[] { "https://elsewhere.test/films/return-to-homs",
            ScreeningsApp.BaseUrl + ".evil.test/films/return-to-homs", "javascript:alert(1)", "/films/return-to-homs" })
            Assert.Equal(404, (await app.AsVisitor().GetAsync($"/oembed?url={Uri.EscapeDataString(url)}")).Status);
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/oembed")).Status);
        Assert.Equal(501, (await app.AsVisitor().GetAsync(Ask("/films", "&format=yaml"))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task It_comes_as_xml_too_and_every_page_names_both(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var page = await app.AsVisitor().GetAsync("/films/return-to-homs");
        var (json, xml) = (await FollowAsync("application/json+oembed"), await FollowAsync("text/xml+oembed"));
        var (said, written) = (JsonNode.Parse(json.Body)!.AsObject(), XElement.Load(new MemoryStream(xml.Bytes)));
        Assert.Equal("text/xml; charset=utf-8", xml.Header("Content-Type"));
        Assert.Equal("oembed", written.Name);
        Assert.Equal(said.Select(p => (p.Key, p.Value!.ToString())), written.Elements().Select(e => (e.Name.LocalName, e.Value)));

        Task<Answer> FollowAsync(string type) =>
            app.AsVisitor()
            .GetAsync(
                page.Html.QuerySelector($"link[rel=alternate][type='{type}']")!.GetAttribute(
                    "href")!.Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal));
    }
}
