using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages;

/// <summary>WCAG 2.2, 3.1.2: what stands on a page in another language than the page says so.</summary>
public sealed partial class LanguageOfPartsTests
{
    static async Task<ScreeningsApp> AppAsync()
    {
        var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var (director, campaign) = (await app.Programme.AddPerson("Talal Derki", p => p.About = "He made three films and lives in Berlin."),
            await app.Programme.AddOrganisation("Campaign"));
        await app.InDbAsync(async db =>
        {
            var organisation = await db.Organisations.FindAsync(campaign);
            organisation!.About = "A campaign that shows films in small halls.";
            await db.SaveChangesAsync();
        });
        await app.Programme.AddFilm("Return to Homs", null, film =>
        {
            (film.ReleaseYear, film.Format, film.Synopsis) = (2014, "Digital cinema package", "Two friends in a besieged town.");
            film.RunningTimes.Add(new RunningTime { Minutes = 94, Cut = "festival cut", Source = "the distributor" });
            film.Credits.Add(new Credit { Role = CreditRoles.Director, PersonId = director });
            film.Awards.Add(new FilmAward
            { Name = "Audience Award", Festival = "Lantern Festival", Result = AwardResult.Won, Source = "its list" });
            film.Quotes.Add(new PressQuote { Text = "A film that stays.", Language = "en", Publication = "The Gazette" });
            (film.TrailerUrl, film.TrailerCaptions) = ("https://video.example/1", ["en"]);
            film.AgeRatings = [new("GB", "BBFC", "15")];
            film.Links = ["https://www.imdb.com/title/tt0000001/", "https://other.example/film"];
            film.Stills.Add(new Still
            {
                Caption = "A street at dawn",
                AltText = "A man walks between walls",
                Credit = "The makers",
                Source = "the press kit",
            });
        });
        await app.Programme.AddVenue("ICA", and: v => (v.Address, v.Directions, v.AccessNotes) =
            ("The Mall", "Five minutes from the station.", "The entrance is on the side street."));
        await app.InDbAsync(db => db.Venues.ExecuteUpdateAsync(v => v.SetProperty(x => x.AskFor, "the house manager")
            .SetProperty(x => x.ExpectationNotes, "Bring a coat.").SetProperty(x => x.CafeOrBar, Known.Yes)));
        await app.Programme.AddSeries("UK tour",
            and: series => series.Partners.Add(new Partner { OrganisationId = campaign, Part = "lends the projector" }));
        await app.Programme.AddScreening(series: "UK tour", organisation: "Film Center", and: s =>
        {
            (s.PremiereNote, s.Description, s.DoorsMinutes) = ("UK premiere", "An evening with the makers.", 30);
            s.Cancel("The hall is closed.");
        });
        return app;
    }

    [Fact]
    public async Task On_arabic_pages_nothing_is_english_without_saying_so()
    {
        await using var app = await AppAsync();
        foreach (var path in new[] { "/ar", "/ar/screenings", "/ar/screenings?view=map", "/ar/screenings/return-to-homs-ica",
            "/ar/films", "/ar/films/return-to-homs", "/ar/people/talal-derki", "/ar/venues", "/ar/venues/ica", "/ar/series",
            "/ar/series/uk-tour", "/ar/organisations/campaign", "/ar/archive" })
        {
            var page = await app.AsVisitor().GetAsync(path);
            Assert.Equal((path, 200), (path, page.Status));
            Assert.Equal((path, ""), (path, string.Join(" | ", Unmarked(page.Html.Body!))));
        }
    }

    [Fact]
    public async Task A_text_that_exists_in_one_language_says_in_which_and_how_it_is_written()
    {
        await using var app = await AppAsync();
        foreach (var (path, text) in new[] { ("/ar/venues/ica", "Five minutes"), ("/ar/venues/ica", "The entrance"),
            ("/ar/people/talal-derki", "He made"), ("/ar/organisations/campaign", "A campaign") })
        {
            var page = await app.AsVisitor().GetAsync(path);
            var marked = page.Html.QuerySelectorAll("[lang=en][dir=ltr]")
                .Single(e => e.TextContent.Contains(text, StringComparison.Ordinal));
            Assert.Equal("اللغة: الإنجليزية", marked.PreviousElementSibling!.TextContent);
        }
        Assert.Empty((await app.AsVisitor().GetAsync("/venues/ica")).Html.QuerySelectorAll(".fallback-note"));
    }

    // Proper names are exempt; they stand in <bdi>, or isolated in a sentence, but that of the site
    // and those of calendar programs in their menu. Addresses have no language.
    static IEnumerable<string> Unmarked(IElement body) => body.Descendants<IText>()
        .Where(text => text.ParentElement is { } parent && parent.Closest(Exempt) is null
            && parent.Closest("[lang]") is null or { LocalName: "html" })
        .Select(text => Names().Replace(text.Data, "").Trim()).Where(text => text.Any(char.IsAsciiLetter));

    const string Exempt = "script, style, bdi, option, .menu, [dir=ltr], [hreflang], [aria-hidden=true]";

    [GeneratedRegex(@"\u2068[^\u2069]*\u2069|\b[A-Z]{2,5}\b|https?://\S+|\.ics\b|Homs Screenings", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();
}
