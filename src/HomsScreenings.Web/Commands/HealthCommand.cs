using System.CommandLine;

namespace HomsScreenings.Web.Commands;

/// <summary>
/// The verb 'health': asks the program that serves on this machine whether it can work. It is there for containers,
/// whose images hold no other program that could ask.
/// </summary>
static class HealthCommand
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Verb()
    {
        var url = new Argument<string?>(
            "URL")
        {
            Description = "Where it serves; without it what ASPNETCORE_URLS or ASPNETCORE_HTTP_PORTS say, or http://localhost:8080.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var verb = new Command("health", "Asks the program that serves whether it is ready: status 0 when it is.") { url };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(url) ?? Here(), cancellationToken));
        return verb;
    }

    // Where the program was told to listen by the same environment; listening on all addresses is no address.
    static string Here() => Environment.GetEnvironmentVariable("ASPNETCORE_URLS")?.Split(';')[0] is { Length: > 0 } listens
        ? BindingAddress.Parse(listens) is var there && there.Host is "*" or "+" or "0.0.0.0" or "[::]"
            ? $"{there.Scheme}://localhost:{there.Port}" : listens
        : $"http://localhost:{Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")?.Split(';')[0] ?? "8080"}";

    static async Task<int> RunAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"'{url}' is not a web address such as http://localhost:8080.");
            return CommandLine.Usage;
        }
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(site, "/health/ready"), cancellationToken);
            var words = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                Console.WriteLine(words);
                return CommandLine.Done;
            }
            await Console.Error.WriteLineAsync($"{site} answers {(int)answer.StatusCode}: {words}");
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{site} does not answer: {problem.Message}");
        }
        return CommandLine.InputIsWrong;
    }
}
