using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Films;

/// <summary>Trailer, awards, press, links and age ratings, from the desk to the public.</summary>
public sealed class FilmReceptionTests
{
    const string New = "/organise/films/new", Edit = "/organise/films/return-to-homs/edit",
        Publish = "/organise/films/return-to-homs/publish", Page = "/films/return-to-homs";

    static readonly (string, string?)[] Typed =
    [
        ("Input.Title", "Return to Homs"), ("Input.TrailerUrl", "https://www.video.example/1"), ("Input.TrailerCaptions", "EN"),
        ("Input.Website", "https://film.example/"),
        ("Input.Awards[0].Festival", "Lantern Festival"), ("Input.Awards[0].Name", "Grand Prize"), ("Input.Awards[0].Year", "2014"),
        ("Input.Awards[1].Festival", "Harbour Days"), ("Input.Awards[1].Result", "Selected"), ("Input.Awards[1].Source", "its catalogue"),
        ("Input.Quotes[0].Text", "Un film nécessaire."), ("Input.Quotes[0].Language", "fr"), ("Input.Quotes[0].Author", "A. Critic"),
        ("Input.Quotes[0].Publication", "Le Courrier"), ("Input.Quotes[0].Date", "2014-03-01"),
        ("Input.Quotes[0].Url", "https://press.example/1"),
        ("Input.Quotes[1].Text", "Unforgettable."), ("Input.Quotes[1].Publication", "The Gazette"),
        ("Input.Links[0].Url", "https://www.imdb.com/title/tt0000001/?ref_=x"),
        ("Input.Links[1].Url", "https://m.imdb.com/title/tt0000001/"),
        ("Input.Links[2].Url", "https://www.example.org/film"),
        ("Input.AgeRatings[0].Country", "gb"), ("Input.AgeRatings[0].Board", "BBFC"), ("Input.AgeRatings[0].Rating", "15"),
    ];

    static string? ErrorOf(Answer page, string field) => page.Text($"#{field.Replace('.', '_').Replace('[', '_').Replace(']', '_')}-error");

    [Theory, OnEachDatabase]
    public async Task What_is_typed_at_the_desk_stands_on_the_page_and_a_quote_and_an_award_above_the_screenings(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var saved = await organiser.FillAsync(New, Typed);
        Assert.Equal((302, Edit), (saved.Status, saved.Location));
        Assert.Equal(302, (await organiser.FillAsync(Edit)).Status); // unchanged
        Assert.Equal(1, await app.InDbAsync(db => db.Films.Select(f => f.Version).SingleAsync()));
        await organiser.FillAsync(Publish);

        var page = await app.AsVisitor().GetAsync(Page);
        var trailer = page.Html.QuerySelector(".bill-picture > .poster + a.trailer")!;
        Assert.Equal(("https://www.video.example/1", "noopener", "Trailer leads to video.example, captions in English"),
            (trailer.GetAttribute("href"), trailer.GetAttribute("rel"), trailer.Words()));
        Assert.Equal(["Grand Prize Lantern Festival 2014", "Official selection Harbour Days source: its catalogue"],
            page.Texts(".laurels li"));
        Assert.Equal(["Un film nécessaire. A. Critic, Le Courrier 1 March 2014", "Unforgettable. The Gazette"],
            page.Texts("figure.quote"));
        Assert.Equal("fr", page.Html.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.Equal(["Website of the film film.example", "IMDb", "example.org"], page.Texts("section[aria-labelledby=links] li"));
        Assert.Equal("https://www.imdb.com/title/tt0000001/",
            page.Html.QuerySelectorAll("section[aria-labelledby=links] a")[1].GetAttribute("href"));
        Assert.Equal("BBFC 15 (United Kingdom)", page.Text(".facts-rows tbody tr:last-child td"));
        var order = page.Html.QuerySelectorAll(".laurels, .quote, #coming, #press")
            .Select(e => e.Id is { Length: > 0 } id ? id : e.ClassName);
        Assert.Equal(["laurels", "quote", "coming", "press", "quote"], order);
        Assert.Empty(page.Html.QuerySelectorAll("iframe, video, embed, object, [src*='video.example']")); // nothing before the click
    }

    [Theory, OnEachDatabase]
    public async Task Machines_are_told_it_in_the_words_of_schema_org_and_by_the_api(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Typed);
        await organiser.FillAsync(Publish);
        var movie = (await app.AsVisitor().GetAsync(Page)).Html.QuerySelectorAll("script[type='application/ld+json']")
            .Select(s => s.TextContent).Single(s => s.Contains("\"Movie\"", StringComparison.Ordinal));
        foreach (var said in new[]
        {
            "\"contentRating\":\"BBFC 15\"", "\"trailer\":{\"@type\":\"VideoObject\",\"url\":\"https://www.video.example/1\"}",
            "\"award\":[\"Winner: Grand Prize, Lantern Festival, 2014\",\"Official selection: Harbour Days\"]",
            "\"reviewBody\":\"Unforgettable.\",\"inLanguage\":\"en\"",
            "\"sameAs\":[\"https://film.example/\",\"https://www.imdb.com/title/tt0000001/\",\"https://www.example.org/film\"]",
        }) Assert.Contains(said, movie, StringComparison.Ordinal);
        var api = (await app.AsVisitor().GetAsync("/api/v1/films/return-to-homs")).Body;
        foreach (var said in new[]
        {
            "\"trailerCaptions\":[\"en\"]", "\"result\":\"selected\"", "\"date\":\"2014-03-01\"",
            "\"ageRatings\":[{\"country\":\"GB\",\"board\":\"BBFC\",\"rating\":\"15\"}]",
        }) Assert.Contains(said, api, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_half_typed_says_what_it_lacks_beside_its_field(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var asked = await (await app.AsOrganiserAsync()).FillAsync(New, ("Input.Title", "Return to Homs"),
            ("Input.TrailerUrl", "http://video.example/1"), ("Input.Awards[0].Name", "Grand Prize"), ("Input.Quotes[0].Text", "Good."),
            ("Input.Links[0].Url", "javascript:alert(1)"), ("Input.AgeRatings[0].Rating", "15"));
        Assert.Equal((422, "Trailer begins with https://.", "Which festival or body gave it?", "Who wrote it, or in what did it stand?",
            "Link is a web address such as https://example.org.", "In which country does it hold?", "Which board says so?"),
            (asked.Status, ErrorOf(asked, "Input.TrailerUrl"), ErrorOf(asked, "Input.Awards[0].Festival"),
                ErrorOf(asked, "Input.Quotes[0].Publication"), ErrorOf(asked, "Input.Links[0].Url"),
                ErrorOf(asked, "Input.AgeRatings[0].Country"), ErrorOf(asked, "Input.AgeRatings[0].Board")));
    }

    [Theory, OnEachDatabase]
    public async Task The_history_says_what_became_what(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Typed);
        await organiser.FillAsync(Edit, ("Input.AgeRatings[0].Rating", "18"), ("Input.Quotes[1].Text", "Unforgotten."));
        var changes = await app.InDbAsync(db => db.Audit.Where(a => a.Version == 2).Select(a => a.Changes).SingleAsync());
        Assert.Equal(["Age ratings: BBFC 15 (GB) → BBFC 18 (GB)", "Press quote: changed"],
            changes.Split('\n').Order(StringComparer.Ordinal));
    }
}
