using System.Globalization;

namespace HomsScreenings.Benchmarks;

/// <summary>
/// What it takes to find something among very many screenings: each address with a last day that nobody has asked for
/// before, so that no answer comes from memory.
/// </summary>
static class Finding
{
    // To measure another page, add its address; '{0}' is a day far ahead, another one each time.
    static readonly (string Name, string Path)[] Pages =
    [
        ("list", "/screenings?to={0}"),
        ("list, page 100", "/screenings?to={0}&page=100"),
        ("list in Arabic", "/ar/screenings?to={0}"),
        ("what is over too", "/screenings?to={0}&past=true"),
        ("a film", "/screenings?film=the-borrowed-border-1-5&to={0}"),
        ("a venue", "/screenings?venue=sample-arts-centre-121-london-1-121&to={0}"),
        ("a series", "/screenings?series=sample-series-1-1&to={0}"),
        ("an organisation", "/screenings?organisation=sample-organisation-1-1&to={0}"),
        ("a city", "/screenings?city=London&to={0}"),
        ("a city and a language", "/screenings?city=London&language=ar&to={0}"),
        ("a country", "/screenings?country=DE&to={0}"),
        ("a language", "/screenings?language=ar&to={0}"),
        ("free and step-free", "/screenings?free=true&access=step-free&to={0}"),
        ("captions", "/screenings?access=captions&to={0}"),
        ("search, a word of a film", "/screenings?q=harbour&to={0}"),
        ("search, a word in every fourth", "/screenings?q=cinema&to={0}"),
        ("search, a word in every one", "/screenings?q=sample&to={0}"),
        ("search, two words", "/screenings?q=harbour+leipzig&to={0}"),
        ("search, a beginning", "/screenings?q=har&to={0}"),
        ("search with a slip", "/screenings?q=leipzg&to={0}"),
        ("search in Arabic letters", "/screenings?q=%D8%AD%D9%85%D8%B5&to={0}"),
        ("search, nothing found", "/screenings?q=xyzzyx&city=London&to={0}"),
        ("near a point", "/screenings?near=51.5,-0.13&within=50&to={0}"),
        ("near a town", "/screenings?near=Berlin&within=200&to={0}"),
        ("a month", "/screenings?view=month&to={0}"),
        ("a month in a city", "/screenings?view=month&city=London&to={0}"),
        ("a month and a word", "/screenings?view=month&q=harbour&to={0}"),
        ("map", "/screenings?view=map&to={0}"),
        ("map of what is free", "/screenings?view=map&free=true&to={0}"),
        ("map and a word", "/screenings?view=map&q=harbour&to={0}"),
    ];

    public static void Run(Uri site, string database, int rounds, Action<string> say)
    {
        var days = Enumerable.Range(0, rounds + 10).Select(i => new DateOnly(2090, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        say("");
        say($"| {database} | p50 ms | p95 ms | p99 ms |");
        say("| --- | ---: | ---: | ---: |");
        foreach (var (name, path) in Pages)
        {
            Load.OneByOne(Addresses(days.Take(10))); // the compiler warms up
            var measured = Load.OneByOne(Addresses(days.Skip(10)));
            say(string.Create(CultureInfo.InvariantCulture, $"| {name} | {measured.Median:N0} | {measured.P95:N0} | {measured.P99:N0} |"));

            IEnumerable<Uri> Addresses(IEnumerable<string> some) => some.Select(day => new Uri(site, string.Format(CultureInfo.InvariantCulture, path, day)));
        }
    }
}
