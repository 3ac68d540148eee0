using System.CommandLine;
using System.Net.Sockets;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Setup;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'serve', which is also what happens without a verb.</summary>
static class ServeCommand
{
    public static Command Verb(string[] settings)
    {
        var verb = new Command("serve", "Serves the site. Migrates an empty or older SQLite database first.");
        verb.SetAction((_, cancel) => RunAsync(settings, cancel));
        return verb;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = SiteBuilder.Build(settings);
        await app.Services.PrepareDatabaseAsync(cancel);
        await app.LoadFirstProgrammeAsync(cancel);
        await app.StartAndSayWhereAsync(cancel);
        await app.OfferSetupAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return CommandLine.Done;
    }

    static async Task StartAndSayWhereAsync(this WebApplication app, CancellationToken cancel)
    {
        try { await app.StartAsync(cancel); }
        catch (IOException problem) when (problem.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
        {
            throw new StartupProblem($"{problem.Message.TrimEnd('.')}. Another program listens there; choose another with --urls=http://localhost:PORT.");
        }
        catch (Exception problem) when (problem is IOException or SocketException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new StartupProblem($"The program cannot start: {problem.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
        Console.WriteLine($"Homs Screenings is at {string.Join(" and ", app.Urls)}");
    }
}
