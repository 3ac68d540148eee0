using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Processes;

/// <summary>
/// Promises to guests, kept in the worst hour: five hundred who want a hundred seats at once, and programs that are
/// killed among them. docs/bookings.md has the figures; HOMS_KILL_ROUNDS=50 makes the second test as long as theirs.
/// </summary>
public sealed class CrowdTests(ITestOutputHelper output)
{
    const int Guests = 500;
    static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("HOMS_KILL_ROUNDS") ?? "4", CultureInfo.InvariantCulture);
    static readonly TimeSpan TypingTime = TimeSpan.FromSeconds(2.5);

    // SQLite serves one process, PostgreSQL three.
    static int ProgramsOn(Database database) => database == Database.Sqlite ? 1 : 3;

    [Theory, OnEachDatabase]
    public async Task Of_five_hundred_at_once_a_hundred_seats_are_given_once_each_in_order_and_in_whole_parties(Database kind)
    {
        await using var database = await FreshDatabase.CreateAsync(kind);
        using var crowd = await Crowd.BeforeAsync(database);
        await using var programs = await Programs.StartAsync(ProgramsOn(kind), Crowd.SettingsFor(database));
        var forms = await Task.WhenAll(Enumerable.Range(0, Guests).Select(i => crowd.OpenFormAsync(programs[i])));
        await Task.Delay(TypingTime);

        var mostHeld = 0;
        using var done = new CancellationTokenSource();
        var watching = WatchAsync();
        var since = Stopwatch.StartNew();
        var tokens = await Task.WhenAll(forms.Select(async (form, i) =>
        {
            var token = await crowd.BookAsync(programs[i], form, 1 + (i % 4), $"guest{i}@example.org");
            Assert.NotNull(token);
            // a second click, elsewhere
            if (i % 10 == 0)
                Assert.Equal(token.Length, (await crowd.BookAsync(programs[i + 1], form, 1 + (i % 4), $"guest{i}@example.org"))!.Length);
            if (i % 5 == 0) Assert.True(await crowd.TellAsync(programs[i + 2], token, "cancel"));
            else if (i % 3 == 0) await crowd.TellAsync(programs[i], token, "accept"); // whoever has been offered something takes it
            return (i, token);
        }));
        var took = since.Elapsed;
        await done.CancelAsync();
        await watching;

        var bookings = await crowd.WholeBookingsAsync();
        Assert.Equal(Guests, bookings.Count);
        Assert.InRange(mostHeld, 1, Crowd.Seats);
        foreach (var (i, token) in tokens)
        {
            var booking = await crowd.FindAsync(token!);
            Assert.Equal(($"guest{i}@example.org", 1 + (i % 4)), (booking!.Email, booking.People));
            if (i % 5 == 0) Assert.Equal(BookingState.Cancelled, booking.State);
        }

        // What is free fits nobody who waits, and nobody was passed over for a party of the same size or a larger one.
        var free = Crowd.Seats - await crowd.HeldAsync();
        Assert.DoesNotContain(bookings, b => b.State == BookingState.Waiting && b.People <= free);
        var offered = bookings.Where(b => b.OfferedAt is not null).ToList();
        Assert.NotEmpty(offered);
        Assert.DoesNotContain(bookings, w => w.State == BookingState.Waiting && offered.Any(o => w.Turn < o.Turn && w.People <= o.People));
        var turns = bookings.Where(b => b.Turn is not null).Select(b => b.Turn!.Value).Order();
        Assert.Equal(turns.Select((_, i) => (long)i + 1), turns);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}, {ProgramsOn(kind)} programs: {Guests} guests in {took.TotalSeconds:N1} s; held at most {mostHeld} of {Crowd.Seats}; {offered.Count} offers, {bookings.Count(b => b.State == BookingState.Cancelled)} cancelled, {bookings.Count(b => b.State == BookingState.Waiting)} waiting"));

        async Task WatchAsync()
        {
            while (!done.IsCancellationRequested)
            {
                mostHeld = Math.Max(mostHeld, await crowd.HeldAsync());
                await Task.Delay(20);
            }
            mostHeld = Math.Max(mostHeld, await crowd.HeldAsync());
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_program_that_is_killed_takes_no_answered_booking_with_it_and_leaves_no_half_one(Database kind)
    {
        const int atOnce = 24;
        await using var database = await FreshDatabase.CreateAsync(kind);
        using var crowd = await Crowd.BeforeAsync(database);
        await using var programs = await Programs.StartAsync(ProgramsOn(kind), Crowd.SettingsFor(database));
        var forms = new ConcurrentQueue<string>(
            await Task.WhenAll(Enumerable.Range(0, Rounds * atOnce).Select(i => crowd.OpenFormAsync(programs[i]))));
        await Task.Delay(TypingTime);

        var (answered, unanswered) = (new ConcurrentDictionary<string, string>(StringComparer.Ordinal), 0);
        for (var round = 0; round < Rounds; round++)
        {
            // Somewhere among the answers, and a little beside them.
            var (after, heard) = (RandomNumberGenerator.GetInt32(atOnce), 0);
            var moment = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (after == 0) moment.SetResult();
            var killing = KillAtAsync(programs[round], moment.Task, TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(20)));
            await BookAsync(round, () =>
            {
                if (Interlocked.Increment(ref heard) >= after) moment.TrySetResult();
            });
            moment.TrySetResult();
            await killing;
            await programs.RestartAsync(round);

            foreach (var (token, email) in answered) Assert.Equal(email, (await crowd.FindAsync(token))?.Email);
            Assert.InRange(await crowd.HeldAsync(), 0, Crowd.Seats);
            await crowd.WholeBookingsAsync();
        }
        Assert.NotEmpty(answered);
        output.WriteLine(
            $"{kind}, {ProgramsOn(kind)} programs: {Rounds} killed; {answered.Count} bookings answered and kept, {unanswered} guests without an answer, of whom {(await crowd.WholeBookingsAsync()).Count - answered.Count} have a whole booking all the same");

        Task BookAsync(int round, Action heard) => Task.WhenAll(Enumerable.Range(0, atOnce).Select(async i =>
        {
            forms.TryDequeue(out var form);
            var email = $"guest{round}-{i}@example.org";
            if (await crowd.BookAsync(programs[i], form!, 1 + (i % 4), email) is not { } token)
            {
                Interlocked.Increment(ref unanswered);
                return;
            }
            answered[token] = email;
            heard();
            if (i % 2 == 0) await crowd.TellAsync(programs[i], token, "cancel");
        }));

        static async Task KillAtAsync(RunningProgram program, Task moment, TimeSpan later)
        {
            await moment;
            await Task.Delay(later);
            program.Kill();
            await program.EndAsync();
        }
    }

    /// <summary>Programs on one database; guests are sent to them in turn.</summary>
    sealed class Programs(RunningProgram[] programs, string[] settings) : IAsyncDisposable
    {
        public RunningProgram this[int guest] => programs[guest % programs.Length];

        public static async Task<Programs> StartAsync(int count, string[] settings) =>
            new(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => RunningProgram.ServeAsync(settings))), settings);

        public async Task RestartAsync(int index)
        {
            await this[index].DisposeAsync();
            programs[index % programs.Length] = await RunningProgram.ServeAsync(settings);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var program in programs) await program.DisposeAsync();
        }
    }
}
