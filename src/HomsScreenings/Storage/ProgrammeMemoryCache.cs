using System.Collections.Concurrent;

namespace HomsScreenings.Storage;

/// <summary>
/// What is read once and kept as long as the programme stays what it is. Whoever finds it reads the stamp before the
/// rows, so what is kept is never older than it says.
/// </summary>
sealed class ProgrammeMemoryCache(ProgrammeVersion stamp)
{
    readonly ConcurrentDictionary<string, (long Stamp, object Detail, object Value)> _kept = new(StringComparer.Ordinal);

    /// <summary>What is kept under this name for this detail and the present stamp, or else what is found now.</summary>
    public async Task<T> GetOrCreateAsync<T>(string name, object detail, Func<Task<T>> find) where T : class
    {
        var now = stamp.Current;
        if (_kept.TryGetValue(name, out var kept) && kept.Stamp == now && kept.Detail.Equals(detail)) return (T)kept.Value;
        var found = await find();
        _kept[name] = (now, detail, found);
        return found;
    }
}
