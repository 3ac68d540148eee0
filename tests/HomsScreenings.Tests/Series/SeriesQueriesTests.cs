using HomsScreenings.Series;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Series;

public sealed class SeriesQueriesTests
{
    [Theory, OnEachDatabase]
    public async Task What_comes_next_leads_then_the_latest_year_and_drafts_are_not_shown(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddSeries("Over in 2013", and: s => s.Year = 2013);
        await app.Programme.AddSeries("Over in 2014", and: s => s.Year = 2014);
        await app.Programme.AddSeries("A draft", published: false);
        await app.Programme.AddScreening("Late", "2026-08-01 20:00", series: "Next month");
        await app.Programme.AddScreening("Soon", "2026-06-28 20:00", series: "Tomorrow");
        Assert.Equal(["Tomorrow", "Next month", "Over in 2014", "Over in 2013"],
            await app.InDbAsync(db => db.Series.Published().ByNextScreening(app.Clock.Now()).Select(s => s.Title).ToListAsync()));
    }
}
