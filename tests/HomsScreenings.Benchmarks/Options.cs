using System.Globalization;

namespace HomsScreenings.Benchmarks;

/// <param name="Screenings">How many the programme under load holds.</param>
/// <param name="Rounds">How often each pair is measured; the median counts.</param>
/// <param name="Seconds">How long one measurement takes.</param>
/// <param name="Connections">How many visitors ask at the same time, each for the next as soon as one has come.</param>
/// <param name="FirstTime">Whether only what nobody asked for before is measured, against its goals.</param>
/// <param name="Sizes">Among how many screenings something is found; the goal for the largest is held against the smallest.</param>
/// <param name="Data">A folder that keeps generated databases for the next run; null for none.</param>
/// <param name="Books">Whether only bookings are measured; Screenings is then how many in each house.</param>
/// <param name="Idles">Whether only what it costs to do nothing is measured.</param>
/// <param name="Delivers">Whether only the delivery of a newsletter is tried.</param>
/// <param name="Subscribers">How many get it.</param>
/// <param name="Processes">How many processes send it.</param>
/// <param name="Kills">How often one of them is killed.</param>
/// <param name="Database">The connection string of an empty PostgreSQL database to book or idle in, or beside which databases are made to
/// find in; null for SQLite.</param>
/// <param name="UsesWrk">Whether wrk makes the load instead of the built-in generator.</param>
sealed record Options(
    int Screenings, int Rounds, int Seconds, int Connections, bool UsesWrk, bool FirstTime, IReadOnlyList<int> Sizes, string? Data,
    bool Books, bool Idles, bool Delivers, int Subscribers, int Processes, int Kills, string? Database)
{
    public static Options Of(string[] args)
    {
        var (firstTime, books, idles) = (args.Contains("--first-time"), args.Contains("--book"), args.Contains("--idle"));
        return new Options(Number("screenings", books ? 100 : 1_000),
            Number("rounds", firstTime ? 100 : 5), Number("seconds", idles ? 60 : 2),
            Number("connections", 16), args.Contains("--wrk"),
            firstTime, SizesOf(Text("sizes")), Text("data"), books, idles, args.Contains("--newsletter"),
            Number("subscribers", 10_000), Number("processes", 3), Number("kills", 20), Text("database"));

        string? Text(string name) => args.FirstOrDefault(a => a.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

        int Number(string name, int usual) => Text(name) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;
    }

    static IReadOnlyList<int> SizesOf(string? given) =>
        given is null ? [10_000, 100_000, 1_000_000]
        : [.. given.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()];
}
