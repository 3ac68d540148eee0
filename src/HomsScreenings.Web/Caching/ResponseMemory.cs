using System.Collections.Concurrent;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// Answers by key, and by the addresses under which they are asked for, up to a number of bytes. When it is full, those
/// go that nobody has asked for since the hand last came past ('second chance', the clock algorithm of Corbató, 1968):
/// a hit costs a look-up and at most one mark, and a run of questions that nobody asks twice drives out little else.
/// </summary>
/// <param name="maxBytes">How much may be kept: bodies in all their codings, keys and addresses.</param>
public sealed class ResponseMemory(long maxBytes)
{
    // Longer addresses are asked for too seldom to be worth their memory; they are found by their key.
    const int MaxTargetLength = 1_000;

    readonly ConcurrentDictionary<string, StoredResponse> _byTarget = new(StringComparer.Ordinal), _byKey = new(StringComparer.Ordinal);
    readonly Queue<StoredResponse> _clock = [];
    readonly Lock _changing = new();
    long _bytes;

    /// <summary>How many answers are kept.</summary>
    public int Count => _byKey.Count;

    /// <summary>What they take, about.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The answer to what was asked for to the letter, fresh or not.</summary>
    public CachedResponse? ByTarget(string target) => Used(_byTarget.GetValueOrDefault(target));

    /// <summary>The answer under a key, fresh or not.</summary>
    public CachedResponse? ByKey(string key) => Used(_byKey.GetValueOrDefault(key));

    static CachedResponse? Used(StoredResponse? stored)
    {
        if (stored is null) return null;
        if (!stored.IsUsed) stored.IsUsed = true; // only then: all processors read it
        return stored.Response;
    }

    /// <summary>Keeps an answer in place of the former one under the same key.</summary>
    public void Keep(string key, CachedResponse response)
    {
        lock (_changing)
        {
            if (!_byKey.TryGetValue(key, out var stored))
            {
                _byKey[key] = stored = new StoredResponse(key);
                _clock.Enqueue(stored);
                _bytes += stored.Size;
            }
            response.Grew = () => Grow(key, response);
            Hold(stored, response);
        }
    }

    // A coding that somebody asked for has been made.
    void Grow(string key, CachedResponse response)
    {
        lock (_changing)
            if (_byKey.TryGetValue(key, out var stored) && ReferenceEquals(stored.Response, response)) Hold(stored, response);
    }

    void Hold(StoredResponse stored, CachedResponse response)
    {
        var before = stored.Size;
        stored.Hold(response);
        _bytes += stored.Size - before;
        MakeRoomFor(stored);
    }

    /// <summary>Finds the answer under a key by this address, too, from now on.</summary>
    public void Remember(string target, string key)
    {
        if (target.Length > MaxTargetLength || _byTarget.ContainsKey(target)) return;
        lock (_changing)
        {
            if (!_byKey.TryGetValue(key, out var stored) || !_byTarget.TryAdd(target, stored)) return;
            var before = stored.Size;
            if (stored.Remember(target) is { } former) _byTarget.TryRemove(former, out _);
            _bytes += stored.Size - before;
            MakeRoomFor(stored);
        }
    }

    // One answer is kept however large it is: it would be made again and again.
    void MakeRoomFor(StoredResponse latest)
    {
        while (_bytes > maxBytes && _clock.Count > 1)
        {
            var next = _clock.Dequeue();
            if (next == latest || next.IsUsed)
            {
                next.IsUsed = false;
                _clock.Enqueue(next);
                continue;
            }
            _byKey.TryRemove(next.Key, out _);
            foreach (var target in next.Targets) _byTarget.TryRemove(target, out _);
            _bytes -= next.Size;
        }
    }
}
