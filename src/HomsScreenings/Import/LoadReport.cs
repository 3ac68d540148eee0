namespace HomsScreenings.Import;

public enum LoadOutcome { Added, Changed, Unchanged }

/// <summary>What became of one record of a file.</summary>
public sealed record LoadedRecord(string List, string Slug, LoadOutcome Outcome);

/// <summary>What loading a file did; where there are problems, it did nothing.</summary>
public sealed record LoadReport(IReadOnlyList<LoadedRecord> Records, IReadOnlyList<string> Problems)
{
    /// <summary>What was taken for granted, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsRefused => Problems.Count > 0;

    /// <summary>'films: 1 added; screenings: 2 changed, 4 unchanged', list by list.</summary>
    public string Summary => Records.Count == 0 ? "nothing" : string.Join("; ", Records.GroupBy(r => r.List)
        .Select(
            list =>
                $"{list.Key}: {string.Join(", ", list.GroupBy(r => r.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}"))}"));
}
