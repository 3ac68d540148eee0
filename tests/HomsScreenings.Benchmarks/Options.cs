using System.Globalization;

namespace HomsScreenings.Benchmarks;

/// <param name="Screenings">How many the programme under load holds.</param>
/// <param name="Rounds">How often each pair is measured; the median counts.</param>
/// <param name="Seconds">How long one measurement takes.</param>
/// <param name="Connections">How many visitors ask at the same time, each for the next as soon as one has come.</param>
/// <param name="UsesWrk">Whether wrk makes the load instead of the built-in generator.</param>
sealed record Options(int Screenings, int Rounds, int Seconds, int Connections, bool UsesWrk)
{
    public static Options Of(string[] args)
    {
        return new Options(Number("screenings", 1_000), Number("rounds", 5), Number("seconds", 2), Number("connections", 16), args.Contains("--wrk"));

        int Number(string name, int usual) =>
            args.FirstOrDefault(a => a.StartsWith($"--{name}=", StringComparison.Ordinal)) is { } given
                ? int.Parse(given[(name.Length + 3)..], CultureInfo.InvariantCulture) : usual;
    }
}
