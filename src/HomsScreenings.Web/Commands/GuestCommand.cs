using System.CommandLine;
using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'guest forget': leaves nothing of a guest, by the email address. What it says names nobody.</summary>
static class GuestCommand
{
    public static Command Verb(string[] settings)
    {
        var email = new Argument<string>("EMAIL") { Description = "The email address with which they booked." };
        var forget = new Command("forget", "Erases all that is known of a guest; their places go to the next.") { email };
        forget.SetAction((parsed, cancellationToken) => ForgetAsync(settings, parsed.GetRequiredValue(email), cancellationToken));
        return new Command("guest", "Guests.") { forget };
    }

    static async Task<int> ForgetAsync(string[] settings, string email, CancellationToken cancellationToken)
    {
        email = EmailAddresses.WithOneDomain(email);
        if (!EmailAddresses.IsOne(email))
        {
            await Console.Error.WriteLineAsync($"'{email}' is not an email address.");
            return CommandLine.InputIsWrong;
        }
        await using var app = SiteBuilder.Build(settings);
        await app.Services.RequireDatabaseAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var erased = await scope.ServiceProvider.GetRequiredService<AddressErasure>().EraseAsync(email, cancellationToken);
        Console.WriteLine(erased.Bookings == 0 ? "No guest has this address."
            : $"Forgot the guest of {erased.Bookings} bookings, with {erased.Questions} questions and {erased.Mails} mails that waited.");
        if (erased.Comments > 0) Console.WriteLine($"Deleted {erased.Comments} comments.");
        var unsubscribing = scope.ServiceProvider.GetRequiredService<Unsubscribing>();
        var subscriptions = await unsubscribing.StopAllOfAsync(email, cancellationToken);
        if (subscriptions > 0) Console.WriteLine($"Stopped {subscriptions} subscriptions.");
        var interests = await unsubscribing.StopAllInterestsOfAsync(email, cancellationToken);
        if (interests > 0) Console.WriteLine($"Deleted {interests} interests.");
        var normalized = scope.ServiceProvider.GetRequiredService<ILookupNormalizer>().NormalizeEmail(email);
        if (await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Users
            .AnyAsync(u => u.NormalizedEmail == normalized, cancellationToken))
            Console.WriteLine("An account has this address too, and stays: an administrator can lock it.");
        return CommandLine.Done;
    }
}
