using System.CommandLine;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Commands;

/// <summary>
/// The verbs. Without one the program serves. What looks like a setting (<c>--Storage:Provider=PostgreSQL</c>) is passed
/// on to the configuration; anything else that is not understood is a usage error.
/// </summary>
static class CommandLine
{
    public const int Done = 0, InputIsWrong = 1, Usage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, words) = Divide(args);
        var root = new RootCommand("Homs Screenings: puts films in front of people.");
        foreach (var verb in Verbs(settings)) root.Subcommands.Add(verb);
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, cancellationToken));

        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try '--help'.");
            return Usage;
        }
        try
        {
            // Without a time of its own for ending: the host lets requests under way finish first.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (StartupProblem problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return InputIsWrong;
        }
        catch (InvalidOperationException problem) when (problem.InnerException is FormatException)
        {
            await Console.Error.WriteLineAsync(problem.Message); // the framework names the setting that it cannot read
            return InputIsWrong;
        }
    }

    static IEnumerable<Command> Verbs(string[] settings)
    {
        yield return ServeCommand.Verb(settings);
        yield return MigrateCommand.Verb(settings);
        yield return LoadCommand.Verb(settings);
        yield return ExportCommand.Verb(settings);
        yield return GenerateCommand.Verb(settings);
        yield return UserCommand.Verb(settings);
        yield return GuestCommand.Verb(settings);
        yield return PersonCommand.Verb(settings);
        yield return HealthCommand.Verb();
        yield return ConvertPictureCommand.Verb();
    }

    /// <summary>
    /// Tells settings from the words of a verb: '--Section:Key=value' of a section that there is, or one of the host's own,
    /// what ASP.NET Core itself would read. The value may stand apart: '--urls http://localhost:5081'.
    /// </summary>
    public static (string[] Settings, string[] Words) Divide(IReadOnlyList<string> args)
    {
        var (settings, words) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
            if (!IsSetting(args[i])) words.Add(args[i]);
            else if (args[i].Contains('=', StringComparison.Ordinal)) settings.Add(args[i]);
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                settings.Add($"{args[i]}={args[++i]}");
            else words.Add(args[i]); // without a value it is none
        return ([.. settings], [.. words]);
    }

    static bool IsSetting(string arg) => arg.StartsWith("--", StringComparison.Ordinal)
        && Sections.Contains(arg[2..].Split('=')[0].Split(':')[0], StringComparer.OrdinalIgnoreCase);

    static readonly string[] Sections =
    [
        .. SettingChecks.Known.Keys.Where(name => !name.Contains(':', StringComparison.Ordinal)),
        "ConnectionStrings", "Logging", "Kestrel", "AllowedHosts",
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "webRoot",
    ];
}
