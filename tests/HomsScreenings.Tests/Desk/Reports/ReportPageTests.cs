using HomsScreenings.Bookings;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Desk.Reports;

public sealed class ReportPageTests
{
    const string Campaign = "Homs Campaign";

    static async Task CountAsync(ScreeningsApp app, Screening screening, string device, int? booking, int people) =>
        await app.InDbAsync(async db =>
    {
        db.CheckInCounts.Add(
            new CheckInCount { ScreeningId = screening.Id, BookingId = booking, Device = device, People = people, Number = 1 });
        await db.SaveChangesAsync();
    });

    static Task RateAsync(ScreeningsApp app, BookingResult answer, int rating) => app.InDbAsync(async db =>
    {
        (await db.Bookings.SingleAsync(b => b.Id == answer.Booking!.Id)).Answer(rating, null);
        await db.SaveChangesAsync();
    });

    // A: two films, ten seats, a door with two devices, one party came with more than booked, one party did not come, one never got seats.
    // B: entered by the organiser. C: of nobody's count. Another organisation's, one cancelled, and one to come are not in it.
    static async Task<Screening> FillAsync(ScreeningsApp app)
    {
        var second = await app.Programme.AddFilm("Our Terrible Country");
        var a = await app.Programme.AddScreening(series: "=Tour", organisation: Campaign, and: s =>
        {
            s.Capacity = 8;
            s.GiveAwaySeats(r => { r.WheelchairPlaces = 2; r.OffersEndHours = 0; });
        });
        await app.InDbAsync(async db =>
        {
            var (row, film) = (await db.Screenings.Whole().SingleAsync(s => s.Id == a.Id),
                await db.Films.Include(f => f.RunningTimes).SingleAsync(f => f.Id == second));
            row.SetFilms(
                [.. row.Films.Select(f => new ScreeningFilm { Film = f.Film, FilmId = f.FilmId }),
                    new ScreeningFilm { Film = film, FilmId = film.Id }]);
            await db.SaveChangesAsync();
        });
        var came = await app.BookAsync(a, 3);
        var moreCame = await app.BookAsync(a, 2);
        var stayedAway = await app.BookAsync(a, 3);
        await app.BookAsync(a, 2); // waits
        await app.Programme.AddScreening(film: "Our Terrible Country", at: "Picture House", when: "2026-06-28 20:00",
            organisation: Campaign, and: s => { s.Capacity = 30; s.Attendance = 25; s.AttendanceIsMinimum = true; });
        await app.Programme.AddScreening(at: null, when: "2026-06-29 20:00", organisation: Campaign, series: "=Tour");
        var strange = await app.Programme.AddScreening(at: "Elsewhere",
            when: "2026-06-28 20:00", organisation: "Strangers", and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); });
        await app.BookAsync(strange, 4);
        await app.Programme.AddScreening(at: "Roofless", when: "2026-06-28 20:00",
            organisation: Campaign, and: s => { s.Capacity = 7; s.Cancel("Rain"); });
        await app.Programme.AddScreening(at: "To Come", when: "2026-09-28 20:00", organisation: Campaign, and: s => s.Capacity = 7);

        app.Clock.Pass(Duration.FromDays(30));
        await CountAsync(app, a, "left", came.Booking!.Id, 2);
        await CountAsync(app, a, "right", came.Booking!.Id, 3);
        await CountAsync(app, a, "left", moreCame.Booking!.Id, 4);
        await CountAsync(app, a, "left", null, 1);
        await CountAsync(app, a, "right", null, 2);
        await RateAsync(app, came, 5);
        await RateAsync(app, moreCame, 4);
        await RateAsync(app, stayedAway, 2);
        return a;
    }

    static IReadOnlyList<string> Rows(Answer page) =>
        [.. page.Html.QuerySelectorAll("table.report :is(tbody, tfoot) tr")
            .Select(row => string.Join(" | ", row.Children.Select(c => c.Words())))];

    const string OfA = "10 | 8 | 7 | 3 | 10 door | 3 of 8 (37.5 %) | 1 | 3 | 3.67 | 66.7 % | 0 · 1 · 0 · 1 · 1";
    const string OfB = "30 | 0 | – | – | at least 25 entered | – | 0 | 0 | – | – | –";
    const string OfC = "– | 0 | – | – | – nobody counted | – | 0 | 0 | – | – | –";
    const string All =
        "40 (of 2) | 8 | 7 | 3 | at least 35 1 entered, 1 door, 1 not counted | 3 of 8 (37.5 %) | 1 | 3 | 3.67 | 66.7 % | 0 · 1 · 0 · 1 · 1";
    const string AandC = "10 (of 1) | 8 | 7 | 3 | 10 1 door, 1 not counted | 3 of 8 (37.5 %) | 1 | 3 | 3.67 | 66.7 % | 0 · 1 · 0 · 1 · 1";

    [Theory, OnEachDatabase]
    public async Task A_report_counts_what_the_organiser_keeps_each_screening_once_in_the_total(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        var organiser = await app.AsOrganiserAsync(Campaign);

        var page = await organiser.GetAsync("/organise/report");
        Assert.Equal(
        [
            $"Return to Homs 29 June 2026, London | {OfC}", $"Our Terrible Country 28 June 2026, Picture House, London | {OfB}",
            $"Return to Homs + Our Terrible Country 27 June 2026, ICA, London | {OfA}", $"Total | {All}",
        ], Rows(page));
        Assert.Equal(
            ["at least 25 of 30 28 June 2026, London: Our Terrible Country",
                "10 of 10 27 June 2026, London: Return to Homs + Our Terrible Country"],
            page.Html.QuerySelectorAll("svg[role=img][aria-labelledby^=chart-attendance] text")
                .Select(t => string.Join(' ', t.Children.Select(line => line.TextContent))));
        Assert.Equal(3, page.Html.QuerySelectorAll("svg.chart").Length);

        var films = await organiser.GetAsync("/organise/report?by=film");
        Assert.Equal(
            [$"Our Terrible Country | 2 | 40 | 8 | 7 | 3 | at least 35 1 entered, 1 door | {All[(All.IndexOf("3 of", StringComparison.Ordinal))..]}", $"Return to Homs | 2 | {AandC}", $"Total | 3 | {All}"], Rows(films));
        Assert.Equal(["A screening that shows several films is counted for each of them, and once in the total."], films.Texts(".hint"));
        Assert.Equal([$"=Tour | 2 | {AandC}", $"In no series | 1 | {OfB}", $"Total | 3 | {All}"],
            Rows(await organiser.GetAsync("/organise/report?by=series")));
        Assert.Equal([$"London | 3 | {All}", $"Total | 3 | {All}"], Rows(await organiser.GetAsync("/organise/report?by=city")));
        Assert.Equal([$"Homs Campaign | 3 | {All}", $"Total | 3 | {All}"],
            Rows(await organiser.GetAsync("/organise/report?by=organisation")));

        // Every row leads to its screenings, and the days and the series choose among them.
        var one = await organiser.GetAsync(films.Html.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal(["Our Terrible Country", "Return to Homs + Our Terrible Country"], one.Texts("tbody a"));
        Assert.Equal([$"Total | {OfA}"], Rows(await organiser.GetAsync("/organise/report?to=2026-06-27")).TakeLast(1));
        Assert.Equal(
            [$"Total | {AandC}"],
            Rows(
                await organiser.GetAsync(
                    $"/organise/report?series={await app.InDbAsync(db => db.Series.Select(s => s.Slug).SingleAsync())}")).TakeLast(1));
        Assert.Equal(400, (await organiser.GetAsync("/organise/report?by=guest")).Status);
        Assert.Equal(302, (await app.AsVisitor().GetAsync("/organise/report.csv")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_is_a_file_and_costs_as_many_statements_for_many_screenings_as_for_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var first = await app.Programme.AddScreening(when: "2026-05-27 20:30", organisation: Campaign);
        var organiser = await app.AsOrganiserAsync(Campaign);
        var ofOne = await StatementsAsync();
        await FillAsync(app);
        await organiser.GetAsync("/organise"); // the clock has moved: when a session was last used is written now and then
        Assert.Equal(ofOne, await StatementsAsync());
        Assert.Equal("Return to Homs", (await organiser.GetAsync($"/organise/report?to={first.Date:uuuu-MM-dd}")).Text("tbody a"));

        var file = await organiser.GetAsync("/organise/report.csv?by=series&from=2026-06-27");
        Assert.Equal(("text/csv; charset=utf-8", "attachment; filename=report-by-series.csv; filename*=UTF-8''report-by-series.csv"),
            (file.Header("Content-Type"), file.Header("Content-Disposition")));
        Assert.Equal([0xEF, 0xBB, 0xBF], file.Bytes[..3]);
        Assert.Equal(
        [
            "'=Tour,2,10,1,8,7,3,10,,0,1,8,3,37.5,1,3,3.67,66.67,0,1,0,1,1",
            "In no series,1,30,1,0,,,25,yes,1,0,,,,0,0,,,0,0,0,0,0", "Total,3,40,2,8,7,3,35,yes,1,1,8,3,37.5,1,3,3.67,66.67,0,1,0,1,1", "",
        ], file.Body.Split("\r\n")[1..]);

        async Task<int> StatementsAsync()
        {
            app.Statements.Reset();
            Assert.Equal(200, (await organiser.GetAsync("/organise/report?by=film")).Status);
            return app.Statements.Statements.Count;
        }
    }
}
