using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>What is not understood of an address, as it is told.</summary>
static class FilterProblems
{
    // Whoever gets more sentences reads none of them.
    const int MaxTold = 10;

    /// <summary>The first sentences, and how many more there are.</summary>
    public static IReadOnlyList<string> Told(IReadOnlyList<string> problems) => problems.Count <= MaxTold ? problems
        : [.. problems.Take(MaxTold), N(problems.Count - MaxTold, "{0} more like this.", "{0} more like these.")];
}
