using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Commands;

public sealed class GuestCommandTests
{
    [Theory, OnEachDatabase]
    public async Task A_guest_is_forgotten_by_their_address_and_what_was_done_is_said_without_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.BookAtFormAsync(await app.HouseAsync(seats: 5), email: "Ana@example.org");
        Assert.Equal(new ProgramRun(0, "Forgot the guest of 1 bookings, with 0 questions and 1 mails that waited.\n", ""),
            await ProgramRun.OfAsync(app.Database, "guest", "forget", "ana@example.org"));
        Assert.Equal(0, await app.InDbAsync(db => db.Bookings.CountAsync(b => b.Email != null)));
        Assert.Equal(new ProgramRun(0, "No guest has this address.\n", ""),
            await ProgramRun.OfAsync(app.Database, "guest", "forget", "ana@example.org"));

        var organiser = await app.AsOrganiserAsync();
        Assert.Equal("No guest has this address.\nAn account has this address too, and stays: an administrator can lock it.\n",
            (await ProgramRun.OfAsync(app.Database, "guest", "forget", organiser.Email!)).Output);
    }

    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        Assert.Equal(new ProgramRun(1, "", "'ana' is not an email address.\n"),
            await ProgramRun.OfAsync(database, "guest", "forget", "ana"));
    }
}
