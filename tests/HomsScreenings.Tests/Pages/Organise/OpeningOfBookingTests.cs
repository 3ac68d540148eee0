using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>When booking opens is a time on the wall of the place, and nothing is done that makes nonsense of it in silence.</summary>
public sealed class OpeningOfBookingTests
{
    static readonly Instant NineInLondon = Instant.FromUtc(2026, 6, 20, 8, 0);

    static Task<Instant?> OpensAsync(ScreeningsApp app, string slug) =>
        app.InDbAsync(db => db.Screenings.Where(s => s.Slug == slug).Select(s => s.Seats!.OpensAt).SingleAsync());

    [Theory, OnEachDatabase]
    public async Task It_follows_the_wall_and_is_in_the_way_of_no_other_date_without_a_word(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.Programme.AddScreening(organisation: Desk.Campaign,
            and: s => { s.Capacity = 9; s.GiveAwaySeats(r => r.OpensAt = NineInLondon); });
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);

        var reschedule = $"/organise/screenings/{house.Slug}/reschedule";
        var refused = await organiser.FillAsync(reschedule, ("Input.Date", "2026-06-19"));
        Assert.Equal(
            ["Input_Date-error: Booking opens on Saturday 20 June 2026, 09:00, and would be closed by then. "
                + "Edit the screening instead: there both can be changed at once."], refused.Problems());
        Assert.Equal(302, (await organiser.FillAsync(reschedule, ("Input.Date", "2026-06-21"))).Status);

        var duplicate = $"/organise/screenings/{house.Slug}/duplicate";
        Assert.Contains("When booking opens is not: the copies can be booked as soon as they are published, unless you say otherwise there.",
            (await organiser.GetAsync(duplicate)).Text("main"), StringComparison.Ordinal);
        await organiser.FillAsync(duplicate, ("Input.Dates", "2026-07-01 20:00"));
        Assert.Equal("Copied: each date is a draft of its own. When booking opens was not copied: say it there, "
            + "or they can be booked as soon as they are published.", (await organiser.GetAsync("/organise/screenings")).Text(".done"));

        var administrator = await app.AsAdministratorAsync();
        Assert.Equal(302, (await administrator.FillAsync("/organise/venues/ica/edit", ("Input.TimeZone", "Europe/Athens"))).Status);
        Assert.Equal(NineInLondon - Duration.FromHours(2), await OpensAsync(app, house.Slug));
    }
}
