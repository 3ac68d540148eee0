using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Guests;

/// <summary>Whoever wanted no reminders may want them after all.</summary>
public sealed class RemindersTests
{
    [Theory, OnEachDatabase]
    public async Task Reminders_that_were_stopped_come_back_by_a_press_and_not_by_a_look(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (guest, page) = (app.AsVisitor(), await app.BookAtFormAsync(await app.HouseAsync(9)));
        Task<bool> WantsNoneAsync() => app.InDbAsync(db => db.Bookings.Select(b => b.WantsNoReminders).SingleAsync());
        await guest.FillAsync(page + "/unsubscribe", "main form", null);
        Assert.True(await WantsNoneAsync());
        Assert.NotNull((await guest.GetAsync(page)).Html.QuerySelector(".about-you a[href$='/reminders']"));
        Assert.Equal(200, (await guest.GetAsync(page + "/reminders")).Status);
        Assert.True(await WantsNoneAsync());

        var done = await guest.FillAsync(page + "/reminders", "main form", null);
        Assert.Equal("You get a reminder before the screening, and one question afterwards.", done.Text(".lead"));
        Assert.False(await WantsNoneAsync());
    }
}
