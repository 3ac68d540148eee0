using System.CommandLine;
using HomsScreenings.Desk;
using HomsScreenings.Storage;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Site;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'person forget': leaves no trace of somebody who was deleted.</summary>
static class PersonCommand
{
    public static Command Verb(string[] settings)
    {
        var slug = new Argument<string>("SLUG") { Description = "Their name in addresses, such as 'talal-derki'." };
        var forget = new Command("forget", "Erases the history and the former addresses of somebody who was deleted.") { slug };
        forget.SetAction((parsed, cancellationToken) => ForgetAsync(settings, parsed.GetRequiredValue(slug), cancellationToken));
        return new Command("person", "People of the programme.") { forget };
    }

    static async Task<int> ForgetAsync(string[] settings, string slug, CancellationToken cancellationToken)
    {
        await using var app = SiteBuilder.Build(settings);
        await app.Services.RequireDatabaseAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var erased = await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().EraseDeletedPersonAsync(slug, cancellationToken)
            ?? throw new StartupProblem("There is a person of that name: delete them at the desk first.");
        Console.WriteLine($"Forgot {erased.Entries} entries of the history and {erased.Addresses} addresses.");
        return CommandLine.Done;
    }
}
