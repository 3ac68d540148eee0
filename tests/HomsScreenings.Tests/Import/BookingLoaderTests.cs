using HomsScreenings.Import;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Import;

public sealed class BookingLoaderTests
{
    static string File(string booking) =>
        $$"""{ "format": 1, "screenings": [{ "slug": "one", "title": "One", "city": "London", "status": "published", "capacity": 40{{booking}} }] }""";

    const string Ruled = """
        , "booking": "seats", "seats": { "opensAt": "2026-06-02T09:00:00Z", "closesMinutes": 30, "largestParty": 4, "wheelchairPlaces": 2, "companionPlaces": 1,
            "confirmByLink": true, "offerHours": 12, "offersEndHours": 0, "reminderHours": 0 }
        """;

    static Task<Screening> StoredAsync(LoadingBench bench) =>
        bench.InDbAsync(db => db.Screenings.AsNoTracking().Include(s => s.Seats).SingleAsync());

    [Theory, OnEachDatabase]
    public async Task The_rules_of_seats_are_loaded_exported_and_loaded_again_without_the_private_address(Database database)
    {
        await using var here = await LoadingBench.OpenAsync(database);
        await here.LoadedAsync(File(Ruled));
        await here.InDbAsync(db => db.SeatRules.ExecuteUpdateAsync(s => s.SetProperty(r => r.PrivateAddress, "4 Hidden Lane")));
        var before = await here.StateAsync();
        Assert.Equal(LoadOutcome.Unchanged, Assert.Single((await here.LoadedAsync(File(Ruled))).Records).Outcome);
        Assert.Equal(before, await here.StateAsync());

        var rules = (await StoredAsync(here)).Seats!;
        Assert.Equal((Instant.FromUtc(2026, 6, 2, 9, 0), 30, 4, 2, 1, true),
            (rules.OpensAt, rules.ClosesMinutes, rules.LargestParty, rules.WheelchairPlaces, rules.CompanionPlaces, rules.ConfirmByLink));
        Assert.Equal((12, 0, null, "4 Hidden Lane"), (rules.OfferHours, rules.OffersEndHours, rules.ReminderHours, rules.PrivateAddress));

        var exported = await here.ExportAsync();
        Assert.DoesNotContain("Hidden", exported, StringComparison.Ordinal);
        await using var there = await LoadingBench.OpenAsync(database);
        await there.LoadedAsync(exported);
        Assert.Equal(exported, await there.ExportAsync());
        var copied = (await StoredAsync(there)).Seats!;
        Assert.Equal((rules.OpensAt, 30, 4, 2, 1, true, 12, 0, null, null),
            (copied.OpensAt, copied.ClosesMinutes, copied.LargestParty, copied.WheelchairPlaces, copied.CompanionPlaces,
                copied.ConfirmByLink, copied.OfferHours, copied.OffersEndHours, copied.ReminderHours, copied.PrivateAddress));
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_says_nothing_of_booking_leaves_it_alone_and_one_that_does_changes_it(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        var ways = new List<BookingWay>();
        foreach (var booking in new[] { "", """, "booking": "walkIn" """,
            "", """, "bookingUrl": "https://example.org/seats" """, "", """, "booking": "seats" """, "", """, "booking": "none" """ })
        {
            await bench.LoadedAsync(File(booking));
            ways.Add((await StoredAsync(bench)).Booking);
        }
        Assert.Equal(
            [BookingWay.None, BookingWay.WalkIn, BookingWay.WalkIn,
                BookingWay.External, BookingWay.None, BookingWay.Seats, BookingWay.Seats, BookingWay.None], ways);
    }
}
