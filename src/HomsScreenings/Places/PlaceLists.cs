namespace HomsScreenings.Places;

/// <summary>A place of a list, by its name and country there, and what it is called in the language of the list.</summary>
sealed record PlaceName(string Name, string Country, string Translation);

/// <summary>The lists of names that are a part of the program (data/README.md): lines of fields that tabs part.</summary>
static class PlaceLists
{
    /// <summary>The names of one language; none where there is no list of it.</summary>
    /// <param name="list">'towns.ar', 'regions.ar'.</param>
    public static IReadOnlyList<PlaceName> Read(string list) =>
        [.. Lines(list).Select(fields => new PlaceName(fields[0], fields[1], fields[2]))];

    public static IEnumerable<string[]> Lines(string list)
    {
        using var stream = typeof(PlaceLists).Assembly.GetManifestResourceStream($"Places.{list}.tsv");
        if (stream is null) return [];
        using var file = new StreamReader(stream);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
