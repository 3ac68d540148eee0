using System.Text;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Tests.Comments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Bookings;

/// <summary>Somebody asks whoever runs the site to forget them, and has no link to any booking any more.</summary>
public sealed class AddressErasureTests
{
    static async Task<ErasedAddress> EraseAsync(ScreeningsApp app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AddressErasure>().EraseAsync(email, CancellationToken.None);
    }

    [Theory, OnEachDatabase]
    public async Task An_address_is_forgotten_at_all_screenings_and_what_it_held_goes_to_the_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (first, second) = (await app.HouseAsync(seats: 1), await app.HouseAsync(seats: 9, film: "Silvered Water"));
        var (email, name) = ($"{Guid.NewGuid():N}@example.org", $"Ana {Guid.NewGuid():N}");
        var held = await app.BookAsync(first, email: email, name: name);
        var other = await app.BookAsync(second, people: 3, email: email.ToUpperInvariant(), name: name);
        var (next, stays) = (await app.BookAsync(first), await app.BookAsync(second, email: $"x{email}"));
        await app.InDbAsync(async db =>
        {
            db.GuestQuestions.Add(new GuestQuestion { BookingId = other.Booking!.Id, Text = $"{name}, again", AskedAt = app.Clock.Now });
            await db.SaveChangesAsync();
        });

        await app.OpenCommentsAsync();
        await app.CommentAsync("/films/return-to-homs", $"{name}, in a comment", email, name);
        Assert.Equal(new ErasedAddress(2, 1, 2, 1), await EraseAsync(app, email));
        Assert.Equal((BookingState.Cancelled, BookingState.Offered, BookingState.Booked),
            (await app.StateAsync(held), await app.StateAsync(next), await app.StateAsync(stays)));
        Assert.Equal([next.Booking!.Id, stays.Booking!.Id],
            (await app.InDbAsync(db => db.Tokens.Where(t => t.Purpose == TokenPurpose.Booking).Select(t => t.Subject).Distinct()
                .ToListAsync())).Order());
        Assert.Equal([stays.Booking.Id, next.Booking.Id],
            await app.InDbAsync(db => db.Outbox.Where(m => m.SentAt == null).GroupBy(m => m.SubjectId)
                .OrderBy(m => m.Count()).Select(m => m.Key).ToListAsync()));
        var bytes = await app.Database.BytesAsync();
        Assert.DoesNotContain(new[] { name, email.ToUpperInvariant() }, word => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(email, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(new ErasedAddress(0, 0, 0, 0), await EraseAsync(app, email));
    }
}
