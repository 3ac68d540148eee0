namespace HomsScreenings.Programme.Snapshots;

/// <summary>A set of numbers of records, one bit for each number up to the largest.</summary>
sealed class IdSet
{
    ulong[] _bits = [];

    public IdSet() { }

    public IdSet(IEnumerable<int> ids)
    {
        foreach (var id in ids) Set(id, true);
    }

    public bool Contains(int id) => (uint)(id >> 6) < (uint)_bits.Length && (_bits[id >> 6] >> id & 1) != 0;

    public void Set(int id, bool isIn)
    {
        if (!isIn)
        {
            if (Contains(id)) _bits[id >> 6] &= ~(1UL << id);
            return;
        }
        if (id >> 6 >= _bits.Length) Array.Resize(ref _bits, Math.Max((id >> 6) + 1, _bits.Length * 2));
        _bits[id >> 6] |= 1UL << id;
    }

    public IdSet Copy() => new() { _bits = [.. _bits] };

    /// <summary>What is in both.</summary>
    public IdSet And(IdSet other)
    {
        var both = new IdSet { _bits = new ulong[Math.Min(_bits.Length, other._bits.Length)] };
        for (var i = 0; i < both._bits.Length; i++) both._bits[i] = _bits[i] & other._bits[i];
        return both;
    }

    /// <summary>What is in one of them or in both.</summary>
    public IdSet Or(IdSet other)
    {
        var (longer, shorter) = _bits.Length >= other._bits.Length ? (_bits, other._bits) : (other._bits, _bits);
        var either = new IdSet { _bits = [.. longer] };
        for (var i = 0; i < shorter.Length; i++) either._bits[i] |= shorter[i];
        return either;
    }
}
