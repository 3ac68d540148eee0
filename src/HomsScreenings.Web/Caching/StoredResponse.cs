namespace HomsScreenings.Web.Caching;

/// <summary>
/// The place of one key in the memory: the answer under it, which is replaced when it is out of date, and the addresses
/// under which it was asked for to the letter. But for the two fields everything here is touched under the lock of the
/// memory only.
/// </summary>
sealed class StoredResponse(string key)
{
    // Another spelling of the same question takes the place of the one that was remembered first.
    const int MaxTargets = 8;

    // What the objects of an entry and of an address take besides text and body: some more than was measured.
    const int EntryOverhead = 1_500, TargetOverhead = 150;

    readonly string?[] _targets = new string?[MaxTargets];
    int _nextTarget;
    int _responseSize;

    public string Key => key;

    public volatile CachedResponse? Response;

    /// <summary>Whether it was asked for since the hand of the clock last passed.</summary>
    public volatile bool IsUsed;

    public IEnumerable<string> Targets => _targets.OfType<string>();

    /// <summary>What it takes, in bytes, key and addresses included.</summary>
    public long Size { get; private set; } = EntryOverhead + SizeOf(key);

    /// <summary>Puts in another answer, or takes note that the one in it has grown.</summary>
    public void Hold(CachedResponse response)
    {
        var size = response.Size;
        Size += size - _responseSize;
        (_responseSize, Response) = (size, response);
    }

    /// <summary>Remembers an address.</summary>
    /// <returns>The one that had to go for it; null for none.</returns>
    public string? Remember(string target)
    {
        var former = _targets[_nextTarget];
        _targets[_nextTarget] = target;
        _nextTarget = (_nextTarget + 1) % MaxTargets;
        Size += TargetOverhead + SizeOf(target);
        if (former is not null) Size -= TargetOverhead + SizeOf(former);
        return former;
    }

    static long SizeOf(string text) => sizeof(char) * (long)text.Length;
}
