using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Desk;

/// <summary>What was promised is the time on the wall; instants follow when a country changes its clocks.</summary>
public sealed class TimeZoneRulesTests
{
    static readonly Instant Right = Instant.FromUtc(2026, 6, 27, 19, 30);

    // As if the database had been worked out by rules under which the clocks were an hour behind.
    static Task WorkOutByOldRulesAsync(ScreeningsApp app, bool forget) => app.InDbAsync(async db =>
    {
        await db.Screenings.ExecuteUpdateAsync(s => s.SetProperty(x => x.StartsAt, Right + Duration.FromHours(1))
            .SetProperty(x => x.EndsAt, Right + Duration.FromHours(3)));
        foreach (var told in await db.AnnouncedVersions.ToListAsync())
        {
            var facts = AnnouncedDetails.FromJson(told.Facts) with { StartsAt = "2026-06-27T20:30:00Z" };
            await db.AnnouncedVersions.Where(v => v.ScreeningId == told.ScreeningId)
                .ExecuteUpdateAsync(s => s.SetProperty(v => v.Facts, facts.ToJson()));
        }
        if (forget) await db.Versions.Where(v => v.Area == "time-zone-rules").ExecuteDeleteAsync();
    });

    static Task RunAsync(ScreeningsApp app) =>
        app.Services.GetRequiredService<BackgroundJobs>().RunAsync("time-zone-rules", CancellationToken.None);

    [Theory, OnEachDatabase]
    public async Task With_newer_rules_what_is_to_come_is_worked_out_again_and_guests_are_told(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await RunAsync(app);
        var house = await AtTheForm.HouseAsync(app, 10);
        await app.BookAsync(house);
        await WorkOutByOldRulesAsync(app, forget: true);
        await RunAsync(app);
        var screening = await app.InDbAsync(db => db.Screenings.AsNoTracking().SingleAsync());
        Assert.Equal((Right, Right + Duration.FromMinutes(90), 1), (screening.StartsAt, screening.EndsAt, screening.Sequence));

        app.Clock.Pass(Duration.FromMinutes(30));
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Changed], await app.MailKindsAsync());
        var mail = await (await app.AsAdministratorAsync()).GetAsync("/organise/mail");
        Assert.Contains("When: Saturday 27 June 2026, 20:30 (UTC+01:00) Previously: Saturday 27 June 2026, 20:30 (UTC+00:00)",
            string.Join(' ', mail.Texts("article pre")), StringComparison.Ordinal);

        await WorkOutByOldRulesAsync(app, forget: false);
        await RunAsync(app);
        Assert.Equal(Right + Duration.FromHours(1), await app.InDbAsync(db => db.Screenings.Select(s => s.StartsAt).SingleAsync()));
    }
}
