using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HomsScreenings.Benchmarks.FirstTime;

/// <summary>
/// The least that a program could ask a database to answer a question: plain SQL that finds, counts and reads the same
/// rows, over a connection that stays open. It shows nothing of them.
/// </summary>
sealed class BareStatements : IAsyncDisposable
{
    const int PageSize = 50;

    readonly DbConnection _connection;

    BareStatements(DbConnection connection) => _connection = connection;

    /// <param name="database">A file for SQLite, a connection string for PostgreSQL.</param>
    public static async Task<BareStatements> OpenAsync(string database)
    {
        DbConnection connection = database.Contains('=', StringComparison.Ordinal) ? new NpgsqlConnection(database)
            : new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        return new(connection);
    }

    /// <summary>Asks a question with the n-th of all last days.</summary>
    /// <returns>How many screenings there are, and how long it took in milliseconds.</returns>
    public (long Found, double Milliseconds) Ask(Question question, int day)
    {
        var since = Stopwatch.GetTimestamp();
        var end = Question.Day(day + 1).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        var matching =
            $"""s."PublishedAt" IS NOT NULL AND s."ProgrammeOrder" < {end * 10_000L}{(question.Condition.Length > 0 ? $" AND {question.Condition}" : "")}""";
        var found = question.Shape switch
        {
            Shape.List => List(question, matching),
            Shape.Month => Month(matching),
            Shape.Films => Records("Films", "TitleKey", question),
            Shape.People => Records("People", "NameKey", question),
            Shape.Venues => Records("Venues", "CityKey", question),
            _ => Read(
                $"""SELECT COUNT(*), s."TownKey", s."TownCountry", MIN(s."Town"), MIN(s."Latitude"), MAX(s."Latitude"), MIN(s."Longitude"), MAX(s."Longitude") FROM "Screenings" s WHERE {matching} AND s."OverAt" > @now GROUP BY s."TownKey", s."TownCountry" """).Sum(),
        };
        return (found, Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    long List(Question question, string matching)
    {
        // Nothing that is not over stands more than a year before today in the order of the programme.
        var today = DateOnly.FromDateTime(DateTime.UtcNow).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        var coming = $"""{matching} AND s."OverAt" > @now AND s."ProgrammeOrder" >= {(today - 367) * 10_000L}""";
        var found = Count(coming);
        var ids = Read(
            $"""SELECT s."Id" FROM "Screenings" s WHERE {coming} ORDER BY s."ProgrammeOrder", s."Id" LIMIT {PageSize} OFFSET {question.Skip}""");
        if (question.WithPast) found += Count($"""{matching} AND s."OverAt" <= @now AND s."LatestOrder" >= {-(today + 2) * 10_000L}""");
        if (ids.Count > 0) Cards(ids);
        return found;
    }

    // How many, and the first of them; their next days are not asked for.
    long Records(string table, string order, Question question)
    {
        Read($"""SELECT s.* FROM "{table}" s WHERE {question.Condition} ORDER BY s."{order}", s."Id" LIMIT {PageSize}""");
        return Read($"""SELECT COUNT(*) FROM "{table}" s WHERE {question.Condition}""")[0];
    }

    // A row and all that it names, its films, its speakers.
    void Cards(List<long> ids)
    {
        var these = string.Join(',', ids);
        Read($"""
            SELECT s.*, v."Slug", v."Name", v."Address", v."City",
            v."Region", v."Country", v."StepFree", v."HearingLoop", v."ChangedAt", r."Name", x."Slug", x."Title", x."Kind", o."Slug", o."Name"
            FROM "Screenings" s LEFT JOIN "Venues" v ON v."Id" = s."VenueId" LEFT JOIN "Room" r ON r."Id" = s."RoomId"
            LEFT JOIN "Series" x ON x."Id" = s."SeriesId" LEFT JOIN "Organisations" o ON o."Id" = s."OrganisationId"
            WHERE s."Id" IN ({these})
            """);
        Read(
            $"""SELECT f."ScreeningId", x."Slug", x."Title", x."TextLanguage", x."OriginalTitle", x."OriginalTitleLanguage", x."Kind", x."Languages", w."Title" FROM "ScreeningFilm" f JOIN "Films" x ON x."Id" = f."FilmId" LEFT JOIN "FilmWording" w ON w."FilmId" = x."Id" AND w."Language" = 'en' WHERE f."ScreeningId" IN ({these}) ORDER BY f."ScreeningId", f."Position" """);
        Read(
            $"""SELECT p."ScreeningId", x."Slug", x."Name", x."OriginalName", x."OriginalNameLanguage" FROM "Speaker" p JOIN "People" x ON x."Id" = p."PersonId" WHERE p."ScreeningId" IN ({these}) ORDER BY p."ScreeningId", p."Position" """);
    }

    long Month(string matching)
    {
        var first = Read(
            $"""SELECT s."ProgrammeOrder" FROM "Screenings" s WHERE {matching} AND s."OverAt" > @now AND s."ProgrammeOrder" >= {(DateOnly.FromDateTime(DateTime.UtcNow).DayNumber - new DateOnly(1970, 1, 1).DayNumber - 367) * 10_000L} ORDER BY s."ProgrammeOrder", s."Id" LIMIT 1""");
        var day = first.Count > 0 ? new DateOnly(1970, 1, 1).AddDays((int)(first[0] / 10_000)) : DateOnly.FromDateTime(DateTime.UtcNow);
        var (begins, ends) = (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1));
        var month = $"""{matching} AND s."ProgrammeOrder" >= {Order(begins)} AND s."ProgrammeOrder" < {Order(ends)}""";
        var days = Read($"""SELECT COUNT(*), s."ProgrammeDate" FROM "Screenings" s WHERE {month} GROUP BY s."ProgrammeDate" """);
        var shown = Read(
            $"""SELECT d."Id" FROM (SELECT s."Id", ROW_NUMBER() OVER (PARTITION BY s."ProgrammeDate" ORDER BY s."ProgrammeOrder", s."Id") AS n FROM "Screenings" s WHERE {month}) d WHERE d.n <= 3""");
        if (shown.Count > 0)
        {
            var these = string.Join(',', shown);
            Read(
                $"""SELECT s."Id", s."Slug", s."Title", s."Town", s."Time", s."Status", s."ProgrammeDate" FROM "Screenings" s WHERE s."Id" IN ({these}) ORDER BY s."ProgrammeOrder", s."Id" """);
            Read(
                $"""SELECT f."ScreeningId", x."Title", x."OriginalTitle" FROM "ScreeningFilm" f JOIN "Films" x ON x."Id" = f."FilmId" WHERE f."ScreeningId" IN ({these}) ORDER BY f."ScreeningId", f."Position" """);
        }
        return days.Sum();
    }

    static long Order(DateOnly day) => (day.DayNumber - new DateOnly(1970, 1, 1).DayNumber) * 10_000L;

    long Count(string condition) => Read($"""SELECT COUNT(*) FROM "Screenings" s WHERE {condition}""")[0];

    // Every column of every row is taken out, as a program would; of each row the first column, a number, is kept.
    List<long> Read(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        if (sql.Contains("@now", StringComparison.Ordinal))
        {
            var now = command.CreateParameter();
            (now.ParameterName, now.Value) = ("@now", DateTime.UtcNow);
            command.Parameters.Add(now);
        }
        var rows = new List<long>();
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            rows.Add(Convert.ToInt64(values[0], CultureInfo.InvariantCulture));
        }
        return rows;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();
}
