using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>A date that is likely a slip of the finger is asked about once, wherever dates are typed. It is June 2026.</summary>
public sealed class UnusualDateTests
{
    const string Meant = "Nothing has been saved yet: correct it, or press the button again if it is meant.";

    [Theory, OnEachDatabase]
    public async Task A_date_in_the_past_or_far_ahead_is_asked_about_before_it_is_saved_and_pressing_again_means_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);

        var reschedule = $"/organise/screenings/{screening.Slug}/reschedule";
        var asked = await organiser.FillAsync(reschedule, ("Input.Date", "2025-06-27"), ("Input.Reason", "The hall was free"));
        Assert.Equal(422, asked.Status);
        Assert.Equal([$"Input_Date-error: Friday 27 June 2025 is in the past. {Meant}"], asked.Problems());
        Assert.Equal(new LocalDate(2026, 6, 27), (await app.Stored(screening.Slug)).Date);
        var other = await organiser.SubmitAsync(asked, reschedule, changes: ("Input.Date", "2062-06-27"));
        Assert.Equal([$"Input_Date-error: Tuesday 27 June 2062 is 36 years ahead. {Meant}"], other.Problems());
        Assert.Equal("The hall was free", other.Typed("Input.Reason"));
        Assert.Equal(302, (await organiser.SubmitAsync(other, reschedule, changes: ("Input.Date", "2028-12-31"))).Status);
        Assert.Equal(new LocalDate(2028, 12, 31), (await app.Stored(screening.Slug)).Date);

        var edit = Desk.Edit(screening.Slug);
        var form = await organiser.FillAsync(edit, ("Input.Date", "2014-06-27"));
        Assert.Equal([$"Input_Date-error: Friday 27 June 2014 is in the past. {Meant}"], form.Problems());
        Assert.Equal(302, (await organiser.SubmitAsync(form, edit)).Status);
        Assert.Equal(new LocalDate(2014, 6, 27), (await app.Stored(screening.Slug)).Date);
        Assert.Equal(302, (await organiser.FillAsync(edit, ("Input.Description", "As it was"))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_entered_or_copied_is_asked_about_too_and_nothing_is_lost(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);

        const string enter = "/organise/screenings/new";
        var asked = await organiser.FillAsync(enter, ("Input.Title", "Evening"), ("Input.City", "London"),
            ("Input.TimeZone", "Europe/London"), ("Input.Date", "1895-12-28"), ("Input.Description", "Kept"));
        Assert.Equal([$"Input_Date-error: Saturday 28 December 1895 is in the past. {Meant}"], asked.Problems());
        Assert.Equal(("Evening", "Kept"), (asked.Typed("Input.Title"), asked.Typed("Input.Description")));
        Assert.Equal(302, (await organiser.SubmitAsync(asked, enter)).Status);

        var duplicate = $"/organise/screenings/{screening.Slug}/duplicate";
        asked = await organiser.FillAsync(duplicate, ("Input.Dates", "2026-07-01 20:00\n2025-07-02 20:00"));
        Assert.Equal([$"Input_Dates-error: Wednesday 2 July 2025 is in the past. {Meant}"], asked.Problems());
        Assert.Equal(2, await app.Count());
        Assert.Equal(302, (await organiser.SubmitAsync(asked, duplicate)).Status);
        Assert.Equal(4, await app.Count());
    }
}
