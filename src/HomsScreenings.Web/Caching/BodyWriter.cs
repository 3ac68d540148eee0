using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// Takes the bytes of an answer where it would otherwise be sent, into memory that is kept as it is: what is written
/// here is not copied again but for the last part and for pages that fit into one.
/// </summary>
public sealed class BodyWriter : PipeWriter, IHttpResponseBodyFeature
{
    // Below what the garbage collector takes for large (85,000 bytes).
    const int MinPart = 4 * 1024, MaxPart = 64 * 1024;

    readonly List<ReadOnlyMemory<byte>> _parts = [];
    byte[] _part = [];
    int _used, _length;
    Stream? _stream;

    public Stream Stream => _stream ??= AsStream(leaveOpen: true);

    public PipeWriter Writer => this;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_part.Length - _used < Math.Max(sizeHint, 1))
        {
            ClosePart();
            _part = new byte[Math.Max(sizeHint, Math.Clamp(_length, MinPart, MaxPart))];
        }
        return _part.AsMemory(_used);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _part.Length - _used);
        _used += bytes;
        _length += bytes;
    }

    /// <summary>What was written, in as little memory as it needs.</summary>
    public Body ToBody()
    {
        if (_used < _part.Length) _part = _part[.._used];
        ClosePart();
        if (_length > MaxPart || _parts.Count <= 1) return new Body(_parts);
        var whole = new byte[_length];
        var at = 0;
        foreach (var part in _parts)
        {
            part.CopyTo(whole.AsMemory(at));
            at += part.Length;
        }
        return new Body([whole]);
    }

    void ClosePart()
    {
        if (_used > 0) _parts.Add(_part.AsMemory(0, _used));
        (_part, _used) = ([], 0);
    }

    // There is nobody to whom it could be sent on, so nothing waits for that.
    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => 0;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    public override void CancelPendingFlush() { }

    public override void Complete(Exception? exception = null) { }

    public void DisableBuffering() { }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CompleteAsync() => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);
}
