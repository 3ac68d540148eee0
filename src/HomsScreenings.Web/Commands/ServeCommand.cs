using System.CommandLine;
using System.Net.Sockets;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Site;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'serve', which is also what happens without a verb.</summary>
static class ServeCommand
{
    public static Command Verb(string[] settings)
    {
        var verb = new Command("serve", "Serves the site. Migrates an empty or older SQLite database first.");
        verb.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return verb;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = SiteBuilder.Build(settings);
        app.RequireBaseUrl();
        await app.Services.PrepareDatabaseAsync(cancellationToken);
        await app.LoadFirstProgrammeAsync(cancellationToken);
        if (!await app.StartAndSayWhereAsync(cancellationToken)) return CommandLine.Done;
        app.LogStartAndEnd();
        await app.OfferSetupAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Done;
    }

    // False where it was asked to end before it had started.
    static async Task<bool> StartAndSayWhereAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        try { await app.StartAsync(cancellationToken); }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested) { return false; }
        catch (IOException problem)
            when (problem.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
        {
            throw new StartupProblem(
                $"{problem.Message.TrimEnd('.')}. Another program listens there; choose another with --urls=http://localhost:PORT.");
        }
        catch (Exception problem)
            when (problem is IOException or SocketException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new StartupProblem($"The program cannot start: {problem.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
        Console.WriteLine($"Homs Screenings is at {string.Join(" and ", app.Urls)}");
        return true;
    }
}
