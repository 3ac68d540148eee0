namespace HomsScreenings.Programme.Snapshots;

/// <summary>Numbers the places and the sets of languages that screenings share, so that each is kept once.</summary>
sealed class SnapshotNames
{
    readonly Dictionary<SnapshotPlace, int> _places = [];
    readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);

    public SnapshotNames() { }

    /// <summary>Goes on from those of a snapshot: numbers that were given stay.</summary>
    public SnapshotNames(ProgrammeSnapshot snapshot)
    {
        foreach (var place in snapshot.Places) NumberOf(place);
        foreach (var languages in snapshot.Languages) NumberOf(languages);
    }

    public SnapshotPlace[] Places => InOrder(_places);

    public string[] Languages => InOrder(_languages);

    public int NumberOf(SnapshotPlace place) => _places.TryGetValue(place, out var number) ? number : _places[place] = _places.Count;

    public int NumberOf(string languages) =>
        _languages.TryGetValue(languages, out var number) ? number : _languages[languages] = _languages.Count;

    static T[] InOrder<T>(Dictionary<T, int> numbers) where T : notnull => [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];
}
