using System.Globalization;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// How many connections fit. Each is an open file, and where no more may be opened the whole program ends; so connections
/// are refused before that.
/// </summary>
static class OpenFiles
{
    // What the program has open by itself is some 350: libraries, the database, the log.
    const int OwnFiles = 400, MinConnections = 20, MostConnections = 20_000;

    public static long MaxConnections { get; } = ConnectionsWithin(Limit());

    /// <summary>The connections that fit into a limit of open files; a request may need a file or a connection of its own, too.</summary>
    public static long ConnectionsWithin(long limit) => Math.Clamp((limit - OwnFiles) / 2, MinConnections, MostConnections);

    static long Limit()
    {
        const string file = "/proc/self/limits", name = "Max open files";
        if (!File.Exists(file)) return long.MaxValue;
        var words = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.TryParse(words?[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : long.MaxValue;
    }
}
