using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>The dashboard, the lists, and series.</summary>
public sealed class DeskListsTests
{
    [Theory, OnEachDatabase]
    public async Task The_desk_says_what_is_coming_and_what_is_missing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Whole", and: v => v.StepFree = Known.Yes);
        await app.Programme.AddScreening("Complete", "2026-06-20 20:30",
            "Whole", organisation: Desk.Campaign, and: s => s.Admission = Admission.Free);
        var bare = await app.Programme.AddScreening("Bare", null, null, organisation: Desk.Campaign, published: false);
        var pastDraft = await app.Programme.AddScreening("Past draft", "2026-05-01 20:30", organisation: Desk.Campaign, published: false);
        var uncounted = await app.Programme.AddScreening("Uncounted", "2026-05-02 20:30", organisation: Desk.Campaign);
        await app.Programme.AddScreening("Counted", "2026-05-03 20:30", organisation: Desk.Campaign, and: s => s.Attendance = 12);
        await app.Programme.AddScreening("Called off", "2026-05-04 20:30", organisation: Desk.Campaign, and: s => s.Cancel(null));
        await app.Programme.AddScreening("Not ours", organisation: "Others");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);

        var desk = await organiser.GetAsync("/organise");
        Assert.Equal(["Complete", "Bare"], desk.Texts("section[aria-labelledby=next] tbody th"));
        Assert.Equal(["Published", "Draft"], desk.Texts("section[aria-labelledby=next] .mark"));
        Assert.Equal(["Bare, Date to be announced: no date, no venue, nothing said of access and admission not said"],
            desk.Texts("section[aria-labelledby=missing] li"));
        Assert.Equal([Desk.Edit(bare.Slug)], Links(desk, "missing"));
        Assert.Equal([Desk.Edit(pastDraft.Slug)], Links(desk, "past-drafts"));
        Assert.Equal([$"/organise/screenings/{uncounted.Slug}/attendance"], Links(desk, "uncounted"));
        Assert.DoesNotContain("/organise/sample", desk.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Not ours", desk.Body, StringComparison.Ordinal);
    }

    static IEnumerable<string?> Links(Answer answer, string section) =>
        answer.Html.QuerySelectorAll($"section[aria-labelledby={section}] li a").Select(a => a.GetAttribute("href"));

    [Theory, OnEachDatabase]
    public async Task The_desk_and_the_lists_cost_the_same_few_statements_however_many_there_are(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        await app.Programme.AddScreening(organisation: Desk.Campaign, series: "Tour");
        var one = await Statements();
        for (var i = 0; i < 5; i++)
            await app.Programme.AddScreening($"Film {i}", $"2026-0{5 + (i % 2)}-1{i} 20:30",
                $"Venue {i}", organisation: Desk.Campaign, series: "Tour", published: i != 3);
        Assert.Equal(one, await Statements());
        Assert.All(one, count => Assert.InRange(count, 3, 10));

        async Task<List<int>> Statements()
        {
            var counts = new List<int>();
            foreach (var address in new[] { "/organise", "/organise/screenings", "/organise/screenings?show=all", "/organise/series" })
            {
                app.Statements.Reset();
                Assert.Equal(200, (await organiser.GetAsync(address)).Status);
                counts.Add(app.Statements.Statements.Count);
            }
            return counts;
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_list_has_tabs_search_and_pages(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Coming", "2026-06-20 20:30", organisation: Desk.Campaign);
        await app.Programme.AddScreening("Gone", "2026-05-01 20:30", organisation: Desk.Campaign);
        await app.Programme.AddScreening("Sketch", "2026-06-21 20:30", organisation: Desk.Campaign, published: false);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        Assert.Equal(["Coming", "Sketch"], await Titles(""));
        Assert.Equal(["Gone"], await Titles("?show=past"));
        Assert.Equal(["Sketch"], await Titles("?show=drafts"));
        Assert.Equal(["Sketch", "Coming", "Gone"], await Titles("?show=all"));
        Assert.Equal(["Gone"], await Titles("?show=all&q=gone"));
        foreach (var wrong in new[] { "?show=x", "?page=0", "?q=" + new string('x', 201) })
            Assert.Equal(400, (await organiser.GetAsync("/organise/screenings" + wrong)).Status);

        for (var i = 0; i < 50; i++)
            await app.Programme.AddScreening("Coming", $"2026-07-{1 + (i % 28):00} 18:00", organisation: Desk.Campaign);
        Assert.Equal((50, 2), ((await Titles("")).Count, (await Titles("?page=2")).Count));
        Assert.Equal("/organise/screenings?show=upcoming&page=2",
            (await organiser.GetAsync("/organise/screenings")).Html.QuerySelector("a[rel=next]")!.GetAttribute("href"));

        async Task<IReadOnlyList<string>> Titles(string query) =>
            (await organiser.GetAsync("/organise/screenings" + query)).Texts("tbody th");
    }

    [Theory, OnEachDatabase]
    public async Task A_series_is_entered_edited_published_and_kept(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var amnesty = await app.Programme.AddOrganisation("Amnesty");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        const string add = "/organise/series/new";
        var form = await organiser.GetAsync(add);
        var wrong = await organiser.SubmitAsync(
            form,
            add,
            changes: [("Input.Starts", "2026-07-01"), ("Input.Ends", "2026-06-01"),
                ("Input.Year", "2025"), ("Input.Partners[0].Part", "promotes it")]);
        Assert.Equal(422, wrong.Status);
        Assert.Equal(["Input_Title-error: A series needs a title."], wrong.Problems());
        wrong = await organiser.SubmitAsync(wrong, add, changes: ("Input.Title", "UK tour"));
        Assert.Equal(
            ["Input_Ends-error: The last day lies before the first.",
                "Input_Year-error: The year does not lie between the first and the last day.",
                "Input_Partners_0__OrganisationId-error: Which organisation does this?"],
            wrong.Problems());
        (string, string?)[] right = [("Input.Title", "UK tour"),
            ("Input.Kind", "Tour"), ("Input.Starts", "2026-06-01"), ("Input.Ends", "2026-07-01"),
            ("Input.Year", "2026"), ("Input.Partners[0].OrganisationId", $"{amnesty}"), ("Input.Partners[0].Part", "promotes it")];
        Assert.Equal("/organise/series/uk-tour/edit", (await organiser.SubmitAsync(form, add, changes: right)).Location);
        Assert.Equal(
            ["Input_Title-error: There is a series of this title and year already; if this is another, give it another title or year."],
            (await organiser.SubmitAsync(form, add, changes: right)).Problems());

        var open = await organiser.GetAsync("/organise/series/uk-tour/edit");
        Assert.Equal("promotes it", open.Typed("Input.Partners[0].Part"));
        await organiser.FillAsync("/organise/series/uk-tour/edit", ("Input.Description", "Theirs"));
        var overtaken = await organiser.SubmitAsync(open, "/organise/series/uk-tour/edit", changes: ("Input.Description", "Mine"));
        Assert.Equal((409, "Mine"), (overtaken.Status, overtaken.Text("#Input_Description")));
        Assert.Equal(["Description: nothing → Theirs"], overtaken.Texts(".conflict li"));

        var id = await app.InDbAsync(db => db.Series.Select(s => s.Id).SingleAsync());
        await app.Programme.AddScreening("Second", "2026-06-20 20:30", series: "UK tour", organisation: Desk.Campaign);
        var first = await organiser.FillAsync($"/organise/screenings/new?series={id}",
            ("Input.Title", "First"), ("Input.City", "Leeds"), ("Input.TimeZone", "Europe/London"), ("Input.Date", "2026-06-10"));
        Assert.Equal(302, first.Status);
        Assert.Equal(
            ["First, Wednesday 10 June 2026, time to be announced, Venue to be announced, Leeds (Draft)",
                "Second, Saturday 20 June 2026, 20:30, ICA, London"],
            (await organiser.GetAsync("/organise/series/uk-tour/edit")).Texts(".itinerary li"));

        var delete = await organiser.GetAsync("/organise/series/uk-tour/delete");
        Assert.Equal("It still holds screenings: take them out of it, or delete them, first.", delete.Text(".problems"));
        for (var click = 0; click < 2; click++)
        {
            var publish = await organiser.GetAsync("/organise/series/uk-tour/edit");
            Assert.Equal(302, (await organiser.SubmitAsync(publish, "/organise/series/uk-tour/publish")).Status);
        }
        Assert.NotNull(await app.InDbAsync(db => db.Series.Select(s => s.PublishedAt).SingleAsync()));
        var refused = await organiser.SubmitAsync(open, "/organise/series/uk-tour/delete");
        Assert.Equal((422, "The public has seen it: it stays."), (refused.Status, refused.Text(".problems")));
    }

    [Theory, OnEachDatabase]
    public async Task An_empty_draft_of_a_series_is_deleted_and_a_double_click_does_no_harm(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        await organiser.FillAsync("/organise/series/new", ("Input.Title", "Mistake"));
        var asked = await organiser.GetAsync("/organise/series/mistake/delete");
        for (var click = 0; click < 2; click++)
            Assert.Equal("/organise/series", (await organiser.SubmitAsync(asked, "/organise/series/mistake/delete")).Location);
        Assert.Equal(0, await app.InDbAsync(db => db.Series.CountAsync()));
    }
}
