using System.CommandLine;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'migrate': brings the database up to date and says what it did.</summary>
static class MigrateCommand
{
    public static Command Verb(string[] settings)
    {
        var verb = new Command("migrate", "Brings the database up to date.");
        verb.SetAction(async (_, cancellationToken) =>
        {
            await using var app = SiteBuilder.Build(settings);
            var applied = await app.Services.MigrateAsync(cancellationToken);
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}.");
            return CommandLine.Done;
        });
        return verb;
    }
}
