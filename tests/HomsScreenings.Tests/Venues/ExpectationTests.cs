using HomsScreenings.Model;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Venues;

/// <summary>What to expect at a venue and at a screening, from the desk to the public.</summary>
public sealed class ExpectationTests
{
    [Theory, OnEachDatabase]
    public async Task A_screening_says_what_holds_at_its_venue_and_where_it_differs(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsSiteEditorAsync();
        await organiser.FillAsync("/organise/venues/new", ("Input.Name", "Old Mill"), ("Input.City", "London"), ("Input.Country", "GB"),
            ("Input.Expect.NumberedSeats", "No"), ("Input.Expect.CafeOrBar", "Yes"), ("Input.Expect.MinimumAge", "12"),
            ("Input.Expect.AskFor", "the house manager"), ("Input.Expect.Notes", "Bring a coat."));
        var screening = await app.Programme.AddScreening(at: "Old Mill");
        var edit = $"/organise/screenings/{screening.Slug}/edit";
        Assert.Equal(302, (await organiser.FillAsync(edit, ("Input.Expect.CafeOrBar", "No"), ("Input.Expect.WithoutAdverts", "Yes"),
            ("Input.Expect.MinimumAge", "0"), ("Input.Expect.Notes", "Children get a cushion."),
            ("Input.Translations[0].ExpectationNotes", "للأطفال وسادة."))).Status);

        var visitor = app.AsVisitor();
        string[] venues = ["Seats are not numbered.", "There is a café or bar.", "From the age of 12 on.", "Ask for: the house manager", "Bring a coat."];
        var page = await visitor.GetAsync("/venues/old-mill");
        Assert.Equal(venues, Expected(page));
        page = await visitor.GetAsync($"/screenings/{screening.Slug}");
        Assert.Equal(["The film starts without adverts.", "Seats are not numbered.", "There is no café or bar.", "All ages are welcome.",
            "Ask for: the house manager", "Children get a cushion.", "Bring a coat."], Expected(page));
        page = await visitor.GetAsync($"/ar/screenings/{screening.Slug}");
        Assert.Equal("للأطفال وسادة.", page.Html.QuerySelector("section[aria-labelledby=expect] p bdi")!.TextContent);
        Assert.Equal("en", page.Html.QuerySelectorAll("section[aria-labelledby=expect] p bdi")[1].GetAttribute("lang"));
        Assert.Contains("\"expect\":{\"withoutAdverts\":true,\"startsOnTime\":null,\"numberedSeats\":false",
            (await visitor.GetAsync($"/api/v1/screenings/{screening.Slug}")).Body, StringComparison.Ordinal);
        Assert.Contains("Cafe or bar: Unknown → No",
            await app.InDbAsync(db => db.Audit.OrderByDescending(a => a.Id).Select(a => a.Changes).FirstAsync()), StringComparison.Ordinal);

        static IEnumerable<string> Expected(Answer page) => page.Texts("section[aria-labelledby=expect] :is(li, p)");
    }

    [Theory, OnEachDatabase]
    public async Task What_nobody_has_said_is_not_listed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        foreach (var path in new[] { "/venues/ica", $"/screenings/{screening.Slug}" })
            Assert.Null((await app.AsVisitor().GetAsync(path)).Html.QuerySelector("#expect"));
        await app.Programme.Change(screening, s => s.QuietSpace = Known.Yes);
        Assert.Equal(["There is a quiet space."],
            (await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}")).Texts("section[aria-labelledby=expect] li"));
    }
}
