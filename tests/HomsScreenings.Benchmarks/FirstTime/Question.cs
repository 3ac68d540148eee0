using System.Globalization;

namespace HomsScreenings.Benchmarks.FirstTime;

/// <summary>How a page shows what it found: the bare statements for each differ.</summary>
enum Shape { List, Month, Map, Films, People, Venues }

/// <summary>One question to the programme, as an address of the site and as a condition in SQL, which both databases take.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Path">
/// Its address; '{0}' is a last day, another one each time, so that no answer is known yet; '{1}' as many dots, which a search
/// passes over, for lists that have no days.
/// </param>
/// <param name="Condition">What of it is more than 'to be seen by the public, up to that day'; 's' is the screening.</param>
/// <param name="Skip">How many stand on the pages before.</param>
sealed record Question(string Name, string Path, string Condition = "", Shape Shape = Shape.List, int Skip = 0, bool WithPast = false)
{
    /// <summary>Its address with the n-th of all last days.</summary>
    public Uri Address(Uri site, int day) =>
        new(site, string.Format(CultureInfo.InvariantCulture, Path, Day(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            new string('.', day)));

    /// <summary>Days so far ahead that every one of them is after the whole programme.</summary>
    public static DateOnly Day(int number) => new DateOnly(2090, 1, 1).AddDays(number);

    /// <summary>All of the table 'Finding'. The slugs are those that the generator makes for the seed 1.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        new("list", "/screenings?to={0}"),
        new("list, page 100", "/screenings?to={0}&page=100", Skip: 99 * 50),
        new("list in Arabic", "/ar/screenings?to={0}"),
        new("what is over too", "/screenings?to={0}&past=true", WithPast: true),
        new("a film", "/screenings?film=the-borrowed-border-1-5&to={0}",
            """s."Id" IN (SELECT f."ScreeningId" FROM "ScreeningFilm" f JOIN "Films" x ON x."Id" = f."FilmId" WHERE x."Slug" = 'the-borrowed-border-1-5')"""),
        new("a venue", "/screenings?venue=sample-arts-centre-121-london-1-121&to={0}",
            """s."VenueId" IN (SELECT "Id" FROM "Venues" WHERE "Slug" = 'sample-arts-centre-121-london-1-121')"""),
        new("a series", "/screenings?series=sample-series-1-1&to={0}",
            """s."SeriesId" IN (SELECT "Id" FROM "Series" WHERE "Slug" = 'sample-series-1-1')"""),
        new("an organisation", "/screenings?organisation=sample-organisation-1-1&to={0}",
            """s."OrganisationId" IN (SELECT "Id" FROM "Organisations" WHERE "Slug" = 'sample-organisation-1-1')"""),
        new("a city", "/screenings?city=London&to={0}", London),
        new("a city and a language", "/screenings?city=London&language=ar&to={0}", London + " AND " + Arabic),
        new("a country", "/screenings?country=DE&to={0}", """s."TownCountry" = 'DE'"""),
        new("a language", "/screenings?language=ar&to={0}", Arabic),
        new("free and step-free", "/screenings?free=true&access=step-free&to={0}", """(s."Offers" & 65) = 65"""),
        new("captions", "/screenings?access=captions&to={0}", """(s."Offers" & 4) = 4"""),
        new("search, a word of a film", "/screenings?q=harbour&to={0}", Words("harbour")),
        new("search, a word in every fourth", "/screenings?q=cinema&to={0}", Words("cinema")),
        new("search, a word in every one", "/screenings?q=sample&to={0}", Words("sample")),
        new("search, two words", "/screenings?q=harbour+leipzig&to={0}", Words("harbour AND leipzig")),
        new("search, a beginning", "/screenings?q=har&to={0}", Words("har*")),
        new("search with a slip", "/screenings?q=leipzg&to={0}", Words("leipzig")),
        new("search in Arabic letters", "/screenings?q=%D8%AD%D9%85%D8%B5&to={0}", Words("حمص")),
        new("search, nothing found", "/screenings?q=xyzzyx&city=London&to={0}", Words("xyzzyx") + " AND " + London),
        new("near a point", "/screenings?near=51.5,-0.13&within=50&to={0}", Near(51.5, -0.13, 50)),
        new("near a town", "/screenings?near=Berlin&within=200&to={0}", Near(52.52, 13.41, 200)),
        new("a month", "/screenings?view=month&to={0}", Shape: Shape.Month),
        new("a month in a city", "/screenings?view=month&city=London&to={0}", London, Shape.Month),
        new("a month and a word", "/screenings?view=month&q=harbour&to={0}", Words("harbour"), Shape.Month),
        new("map", "/screenings?view=map&to={0}", Shape: Shape.Map),
        new("map of what is free", "/screenings?view=map&free=true&to={0}", """(s."Offers" & 64) = 64""", Shape.Map),
        new("map and a word", "/screenings?view=map&q=harbour&to={0}", Words("harbour"), Shape.Map),
        new("films, a word in every one", "/films?q=the{1}", HasKey("TitleKey", "the"), Shape.Films),
        new("films of a kind", "/films?kind=documentary&q=the{1}", "s.\"Kind\" = 'Documentary'", Shape.Films),
        new("films, a word", "/films?q=harbour{1}", HasKey("TitleKey", "harbour"), Shape.Films),
        new("films in Arabic", "/ar/films?q=the{1}", HasKey("TitleKey", "the"), Shape.Films),
        new("people", "/people?q=speaker{1}", HasKey("NameKey", "speaker"), Shape.People),
        new("venues", "/venues?q=sample{1}", HasKey("NameKey", "sample"), Shape.Venues),
        new("venues with step-free access", "/venues?access=step-free&q=sample{1}", "s.\"StepFree\" = 'Yes'", Shape.Venues),
        new("map of the venues", "/venues?view=map&q=sample{1}", HasKey("NameKey", "sample"), Shape.Venues),
    ];

    const string London = """s."TownKey" = 'london'""";
    const string Arabic = """s."AllLanguages" LIKE '% ar %'""";

    static string HasKey(string key, string word) => $"""' ' || s."{key}" LIKE '% {word}%'""";

    static string Words(string expression) => $"""s."Id" IN (SELECT rowid FROM "ScreeningSearch"('{expression}'))""";

    // The same plane that touches the earth at the point.
    static string Near(double north, double east, int km)
    {
        var reach = km / 111.195;
        var narrowing = Math.Pow(Math.Cos(north * Math.PI / 180), 2);
        return string.Create(CultureInfo.InvariantCulture,
            $"""s."Latitude" BETWEEN {north - reach} AND {north + reach} AND (s."Latitude" - {north}) * (s."Latitude" - {north}) + (s."Longitude" - ({east})) * (s."Longitude" - ({east})) * {narrowing} <= {reach * reach}""");
    }
}
