using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HomsScreenings.Benchmarks.FirstTime;

/// <summary>What one question took, at the site and as bare statements.</summary>
sealed record Answered(Question Question, Measured Site, Measured Bare);

/// <summary>
/// What it takes to find something: each question with a last day that nobody has asked for before, so that no answer is
/// known, in turns with the bare statements for the same rows.
/// </summary>
static partial class Finding
{
    const int WarmUp = 20;

    static readonly HttpClient Http = new();

    /// <summary>Asks every question so many times.</summary>
    public static async Task<IReadOnlyList<Answered>> AskAsync(Uri site, string database, IEnumerable<Question> questions, int rounds)
    {
        await using var bare = await BareStatements.OpenAsync(database);
        using var visitor = new Visitor(site);
        var answered = new List<Answered>();
        foreach (var question in questions)
        {
            var (found, _) = bare.Ask(question, rounds + WarmUp);
            await CheckAsync(question.Address(site, rounds + WarmUp), found);
            for (var day = 0; day < WarmUp; day++) Ask(day);
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var day = WarmUp; day < WarmUp + rounds; day++)
            {
                ours.Add(Ask(day));
                theirs.Add(bare.Ask(question, day).Milliseconds);
            }
            answered.Add(new(question, Load.Of(ours), Load.Of(theirs)));

            double Ask(int day) => visitor.Ask(Load.RequestFor(question.Address(site, day), ""), 200) * 1000.0 / Stopwatch.Frequency;
        }
        return answered;
    }

    /// <summary>One line for each question; a figure that misses the goal is marked.</summary>
    public static void Print(string title, IEnumerable<Answered> answered, Action<string> say, double goal)
    {
        say("");
        say($"| {title} | p50 ms | p95 ms | bare statements p50 | p95 |");
        say("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (question, site, bare) in answered)
            say(string.Create(
                CultureInfo.InvariantCulture,
                $"| {question.Name} | {site.Median:N1} | {site.P95:N1}{(site.P95 > goal ? " missed" : "")} | {bare.Median:N1} | {bare.P95:N1} |"));
    }

    // Both must have found the same, or the comparison says nothing.
    static async Task CheckAsync(Uri address, long found)
    {
        var page = await Http.GetStringAsync(address);
        var said = string.Concat(
            Count().Match(page).Groups["number"].Value.Where(char.IsDigit).Select(c => CharUnicodeInfo.GetDecimalDigitValue(c)));
        // Arabic writes one and two as words.
        if (said != found.ToString(CultureInfo.InvariantCulture) && (said.Length > 0 || found > 2))
            throw new InvalidOperationException($"{address} says {said}, and the bare statements find {found}.");
    }

    [GeneratedRegex("class=\"count\">(?<number>[\\d,.٬]*)", RegexOptions.None, 1000)]
    private static partial Regex Count();
}
