namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>A part of a route's address: as it stands, or a parameter with values that are there.</summary>
sealed record FuzzPart(string Text, IReadOnlyList<string> Values)
{
    /// <summary>With the value that stands there first, where there are so many.</summary>
    public FuzzPart BeginningWith(int at) =>
        Values.Count <= at ? this : this with { Values = [Values[at], .. Values.Where((_, i) => i != at)] };
}

/// <summary>A field of a form.</summary>
/// <param name="Value">What is in it when the page opens.</param>
/// <param name="Choices">What somebody would choose or type instead.</param>
sealed record FuzzField(string Name, string Value, IReadOnlyList<string> Choices);

/// <summary>A form of a page, as a browser would send it.</summary>
/// <param name="Query">What its address has behind that of the page.</param>
/// <param name="Buttons">Of which one is sent too.</param>
sealed record FuzzForm(string Query, IReadOnlyList<FuzzField> Fields, IReadOnlyList<(string Name, string Value)> Buttons);

/// <summary>A route with all that can be sent to it.</summary>
/// <param name="Pattern">As the program has it.</param>
/// <param name="Query">What belongs to its address: a link's account and token.</param>
sealed record FuzzRoute(string Pattern, IReadOnlyList<FuzzPart> Parts, string Query, IReadOnlyList<FuzzForm> Forms)
{
    /// <summary>Whether it takes what devices at the door say.</summary>
    public bool IsJson => Pattern.EndsWith("/counts", StringComparison.Ordinal);

    /// <summary>How many values the parameter with the most of them has.</summary>
    public int Choices => Parts.Max(p => p.Values.Count);

    /// <summary>The address with the first value of each parameter.</summary>
    public string Address => string.Concat(Parts.Select(p => p.Values.Count == 0 ? p.Text : p.Values[0])) + Query;

    /// <summary>The same route with the values that stand there first.</summary>
    public FuzzRoute BeginningWith(int at) => this with { Parts = [.. Parts.Select(p => p.BeginningWith(at))] };
}
