using System.Collections.Concurrent;

namespace HomsScreenings.Storage;

/// <summary>
/// What is read once and kept as long as the programme stays what it is. Whoever finds it reads the version before the
/// rows, so what is kept is never older than it says.
/// </summary>
sealed class ProgrammeMemoryCache(AreaVersion programme)
{
    readonly ConcurrentDictionary<string, (SeenVersion Seen, object Detail, object Value)> _kept = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Type, object> _stores = [];

    /// <summary>The one store of a kind in this process, which follows the version by itself; made when first asked for.</summary>
    public T Store<T>(Func<AreaVersion, T> make) where T : class => (T)_stores.GetOrAdd(typeof(T), _ => make(programme));

    /// <summary>What is kept under this name for this detail and the present version, or else what is found now.</summary>
    public async Task<T> GetOrCreateAsync<T>(string name, object detail, Func<Task<T>> find) where T : class
    {
        var now = programme.See();
        if (_kept.TryGetValue(name, out var kept) && kept.Seen == now && kept.Detail.Equals(detail)) return (T)kept.Value;
        var found = await find();
        _kept[name] = (now, detail, found);
        return found;
    }
}
