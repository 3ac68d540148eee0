using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using HomsScreenings.Bookings;
using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomsScreenings.Benchmarks;

/// <summary>
/// How many bookings a second are safe on the disk: through the box office, and as the bare statements that no program
/// could do without, by the same number of guests at the same time, in turns.
/// </summary>
sealed class BookingSpeed
{
    const int Houses = 10;

    readonly DbContextOptions<ScreeningsDb> _options;
    readonly Func<DbConnection> _connect;
    readonly Versions _versions = new();
    readonly ScreeningLocks _turnstile;
    readonly SemaphoreSlim _bareTurnstile;
    readonly Options _run;
    int _keys;

    BookingSpeed(Options run)
    {
        _run = run;
        var options = new DbContextOptionsBuilder<ScreeningsDb>();
        if (run.Database is { } server)
        {
            options.UsePostgresStorage(server);
            (_connect, _turnstile, _bareTurnstile) = (() => new NpgsqlConnection(server),
                new ScreeningLocks(32), new SemaphoreSlim(Houses));
        }
        else
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("homs-bookings-").FullName, "bookings.db");
            options.UseSqliteStorage($"Data Source={file}");
            (_connect, _turnstile, _bareTurnstile) = (() => new SqliteConnection($"Data Source={file};Foreign Keys=True"),
                new ScreeningLocks(1), new SemaphoreSlim(1));
        }
        _options = options.Options;
    }

    public static async Task RunAsync(Options options, Action<string> say)
    {
        var speed = new BookingSpeed(options);
        await using (var db = speed.Open()) await db.Database.MigrateAsync();
        var (ours, bare) = (new List<double>(), new List<double>());
        await speed.RoundAsync(speed.BookAsync, 20); // the compiler warms up
        await speed.RoundAsync(speed.BareAsync, 20);
        for (var round = 0; round < options.Rounds; round++)
        {
            bare.Add(await speed.RoundAsync(speed.BareAsync, options.Screenings));
            ours.Add(await speed.RoundAsync(speed.BookAsync, options.Screenings));
        }
        say(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Rounds} rounds of {options.Screenings * Houses} bookings in {Houses} houses, {options.Connections} guests at once, medians:"));
        say("");
        say($"| {(options.Database is null ? "SQLite" : "PostgreSQL")} | bookings a second |");
        say("| --- | ---: |");
        say(string.Create(CultureInfo.InvariantCulture, $"| bare statements | {Median(bare):N0} |"));
        say(string.Create(CultureInfo.InvariantCulture, $"| the box office | {Median(ours):N0} |"));
        say(string.Create(CultureInfo.InvariantCulture, $"| part of the bare | {100 * Median(ours.Zip(bare, (o, b) => o / b)):N0} % |"));
    }

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    ScreeningsDb Open() => new(_options, RecordSaving.Steps, _versions, TimeProvider.System);

    // New houses for each round, each as large as what is booked in it; the guests take turns at the houses.
    async Task<double> RoundAsync(Func<int, string, Task> book, int bookingsInEach)
    {
        var houses = new List<int>();
        await using (var db = Open())
        {
            for (var i = 0; i < Houses; i++)
            {
                var house = new Screening
                {
                    Uid = Guid.NewGuid().ToString(),
                    Slug = $"house-{Interlocked.Increment(ref _keys)}",
                    Title = "House",
                    CreatedAt = NodaTime.SystemClock.Instance.GetCurrentInstant(),
                    Capacity = bookingsInEach * 2
                };
                house.PlaceIn(null, "London", null, "GB", "Europe/London");
                house.Schedule(new NodaTime.LocalDate(2090, 1, 1), new NodaTime.LocalTime(20, 0));
                house.GiveAwaySeats(_ => { });
                house.Publish(house.CreatedAt);
                db.Screenings.Add(house);
                await db.SaveChangesAsync();
                houses.Add(house.Id);
            }
        }
        var next = -1;
        var all = bookingsInEach * Houses;
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, _run.Connections).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < all; i = Interlocked.Increment(ref next))
                await book(houses[i % Houses], string.Create(CultureInfo.InvariantCulture, $"key-{Interlocked.Increment(ref _keys)}"));
        })));
        return all / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    async Task BookAsync(int house, string key)
    {
        await using var db = Open();
        var office = new BoxOffice(db, _turnstile, new DeletedRows(null), TimeProvider.System);
        var answer = await office.BookAsync(house, new BookingRequest(key, $"{key}@example.org", new Party(2), "en"),
            CancellationToken.None);
        if (!answer.IsGranted) throw new InvalidOperationException($"Refused: {answer.Refusal}.");
    }

    // What must be: lock the row of the house, see what is taken, write booking, link and mail, all or nothing, and
    // wait for the disk.
    async Task BareAsync(int house, string key)
    {
        await _bareTurnstile.WaitAsync();
        try
        {
            await using var connection = _connect();
            await connection.OpenAsync();
            if (_run.Database is null)
                await ExecuteAsync(connection, null, "PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA secure_delete=ON;");
            await using var transaction = await connection.BeginTransactionAsync();
            await ExecuteAsync(connection,
                transaction, """UPDATE "SeatRules" SET "Revision" = "Revision" + 1 WHERE "ScreeningId" = @house""", ("house", house));
            var free = Convert.ToInt64(await ScalarAsync(connection, transaction,
                """SELECT s."Capacity" - COALESCE((SELECT SUM(b."People") FROM "Bookings" b WHERE b."ScreeningId" = s."Id" AND b."State" IN ('Booked', 'Unconfirmed', 'Offered')), 0) FROM "Screenings" s WHERE s."Id" = @house""",
                ("house", house)), CultureInfo.InvariantCulture);
            if (free < 2) throw new InvalidOperationException("Full.");
            var now = DateTime.UtcNow;
            var id = await ScalarAsync(connection, transaction,
                """INSERT INTO "Bookings" ("ScreeningId", "RequestKey", "Email", "Language", "Code", "People", "Wheelchairs", "Companions", "State", "CreatedAt", "ToldNumber", "WantsNoReminders") VALUES (@house, @key, @email, 'en', @code, 2, 0, 0, 'Booked', @now, 1, @no) RETURNING "Id" """,
                ("house", house), ("key", key), ("email", $"{key}@example.org"), ("code", BookingCode.New()), ("now", now), ("no", false));
            await ExecuteAsync(connection,
                transaction, """INSERT INTO "Tokens" ("Purpose", "Subject", "Hash", "CreatedAt") VALUES ('Booking', @id, @hash, @now)""",
                ("id", id!), ("hash", Token.HashOf(Token.NewSecret())), ("now", now));
            await ExecuteAsync(connection, transaction,
                """INSERT INTO "Outbox" ("MessageId", "CreatedAt", "DueAt", "Attempts", "Kind", "SubjectId") VALUES (@message, @now, @now, 0, 'booking.booked', @id)""",
                ("message", Guid.NewGuid().ToString("N")), ("now", now), ("id", id!));
            await transaction.CommitAsync();
        }
        finally { _bareTurnstile.Release(); }
    }

    static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction,
        string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, transaction, sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<object?> ScalarAsync(DbConnection connection,
        DbTransaction? transaction, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, transaction, sql, parameters);
        return await command.ExecuteScalarAsync();
    }

#pragma warning disable CA2100 // The statements are constants of this file.
    static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
#pragma warning restore CA2100
}
