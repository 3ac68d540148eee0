using HomsScreenings.Programme.Snapshots;

namespace HomsScreenings.Catalogues;

/// <summary>
/// Which public screenings take place, what they show and who speaks at them, as it was at one version of the programme: a few
/// bytes for each. It never changes.
/// </summary>
sealed record ScreeningLinks(long Version, IdSet On, RecordsByScreening Films, RecordsByScreening Speakers)
{
    public static ScreeningLinks None { get; } = new(0, new(), new(), new());
}

/// <summary>The records of one kind that screenings name, by their numbers: nearly always one or none.</summary>
sealed class RecordsByScreening
{
    int[] _first = [];
    readonly Dictionary<int, List<int>> _others = [];

    public void Add(int screening, int record)
    {
        if (screening >= _first.Length) Array.Resize(ref _first, Math.Max(screening + 1, _first.Length * 2));
        if (_first[screening] == 0) _first[screening] = record;
        else if (_others.TryGetValue(screening, out var others)) others.Add(record);
        else _others[screening] = [record];
    }

    public void Clear(int screening)
    {
        if (screening < _first.Length) _first[screening] = 0;
        _others.Remove(screening);
    }

    public IEnumerable<int> Of(int screening)
    {
        if (screening >= _first.Length || _first[screening] == 0) yield break;
        yield return _first[screening];
        if (!_others.TryGetValue(screening, out var others)) yield break;
        foreach (var other in others) yield return other;
    }

    public RecordsByScreening Copy()
    {
        var copy = new RecordsByScreening { _first = [.. _first] };
        foreach (var (screening, others) in _others) copy._others[screening] = [.. others];
        return copy;
    }
}
