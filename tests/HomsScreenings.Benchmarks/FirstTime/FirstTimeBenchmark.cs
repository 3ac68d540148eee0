using System.Globalization;

namespace HomsScreenings.Benchmarks.FirstTime;

/// <summary>Answers that nobody asked for before, each held against its goal and against the bare statements for the same rows.</summary>
static class FirstTimeBenchmark
{
    const double PageGoal = 3, PageRatioGoal = 3, FindingGoal = 20, LargeGoal = 25, LargeRatioGoal = 2;
    const int PageScreenings = 1_000, FindingScreenings = 100_000;

    /// <param name="folder">Where databases are made that nobody keeps.</param>
    public static async Task RunAsync(Options options, string folder, Action<string> say)
    {
        var databases = new GeneratedDatabases(options, folder);
        say($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {databases.Provider}; each question asked {options.Rounds} times, one after the other, with a last day that nobody has asked for.");
        await PageAsync(await databases.GetAsync(PageScreenings), options, say);
        await AfterSave.RunAsync(await databases.GetAsync(PageScreenings), options, say);
        IReadOnlyList<Answered> small = [];
        foreach (var size in options.Sizes)
        {
            var database = await databases.GetAsync(size);
            await using var site = await Site.ServeAsync(database);
            var answered = await Finding.AskAsync(site.Url, database, Question.All, options.Rounds);
            if (small.Count == 0) small = answered;
            Finding.Print(string.Create(CultureInfo.InvariantCulture, $"{databases.Provider}, {size:N0} screenings"),
                answered, say, size <= FindingScreenings ? FindingGoal : LargeGoal);
            say("");
            say(string.Create(CultureInfo.InvariantCulture, $"Resident afterwards: {site.Resident / 1024.0 / 1024.0:N0} MB."));
            if (size > FindingScreenings) SayGrowth(small, answered, options.Sizes[0], say);
        }
        databases.SayHowLong(say);
    }

    static async Task PageAsync(string database, Options options, Action<string> say)
    {
        await using var site = await Site.ServeAsync(database);
        var (_, ours, bare) = (await Finding.AskAsync(site.Url, database, Question.All.Take(1), Math.Max(options.Rounds, 300)))[0];
        var ratio = ours.Median / bare.Median;
        say("");
        say("| the programme page, 1,000 screenings | measured | goal |");
        say("| --- | ---: | ---: |");
        say(string.Create(CultureInfo.InvariantCulture,
            $"| p50, ms (p95 {ours.P95:N1}) | {ours.Median:N1} | {PageGoal}{Missed(ours.Median > PageGoal)} |"));
        say(string.Create(
            CultureInfo.InvariantCulture,
            $"| as a multiple of the bare statements ({bare.Median:N2} ms) | {ratio:N1} | {PageRatioGoal}{Missed(ratio > PageRatioGoal)} |"));
    }

    // Among a million: no more than twice what it takes among the fewest, or quick all the same.
    static void SayGrowth(IReadOnlyList<Answered> small, IReadOnlyList<Answered> large, int fewest, Action<string> say)
    {
        var missed = small.Zip(large).Where(p => p.Second.Site.P95 > LargeGoal && p.Second.Site.P95 > LargeRatioGoal * p.First.Site.P95)
            .ToList();
        say(string.Create(
            CultureInfo.InvariantCulture,
            $"p95 over {LargeGoal} ms and over {LargeRatioGoal} times that among {fewest:N0}: {(missed.Count == 0 ? "none" : string.Join(", ", missed.Select(m => m.Second.Question.Name)))}."));
    }

    static string Missed(bool isMissed) => isMissed ? ", missed" : "";
}
