using System.Globalization;

namespace HomsScreenings.Benchmarks;

/// <param name="Screenings">How many the programme under load holds.</param>
/// <param name="Rounds">How often each pair is measured; the median counts.</param>
/// <param name="Seconds">How long one measurement takes.</param>
/// <param name="Connections">How many visitors ask at the same time, each for the next as soon as one has come.</param>
/// <param name="Finds">Whether only finding is measured, among very many screenings.</param>
/// <param name="Books">Whether only bookings are measured; Screenings is then how many in each house.</param>
/// <param name="Database">The connection string of an empty PostgreSQL database to find or book in; null for SQLite.</param>
/// <param name="UsesWrk">Whether wrk makes the load instead of the built-in generator.</param>
sealed record Options(int Screenings, int Rounds, int Seconds, int Connections, bool UsesWrk, bool Finds, bool Books, string? Database)
{
    public static Options Of(string[] args)
    {
        var (finds, books) = (args.Contains("--find"), args.Contains("--book"));
        return new Options(Number("screenings", finds ? 100_000 : books ? 100 : 1_000), Number("rounds", finds ? 100 : 5), Number("seconds", 2), Number("connections", 16), args.Contains("--wrk"),
            finds, books, args.FirstOrDefault(a => a.StartsWith("--database=", StringComparison.Ordinal))?["--database=".Length..]);

        int Number(string name, int usual) =>
            args.FirstOrDefault(a => a.StartsWith($"--{name}=", StringComparison.Ordinal)) is { } given
                ? int.Parse(given[(name.Length + 3)..], CultureInfo.InvariantCulture) : usual;
    }
}
