using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// Takes the bytes of an answer where it would otherwise be sent: into lent memory while it is made, and then into one
/// piece of exactly its length, which is kept. One piece is what the server sends fastest.
/// </summary>
public sealed class BodyWriter : PipeWriter, IHttpResponseBodyFeature
{
    const int MinPart = 4 * 1024, MaxPart = 64 * 1024;

    readonly List<(byte[] Bytes, int Used)> _parts = [];
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
            _part = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, Math.Clamp(_length, MinPart, MaxPart)));
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

    /// <summary>What was written; the lent memory goes back, and the writer begins anew.</summary>
    public byte[] ToBody()
    {
        ClosePart();
        var whole = new byte[_length];
        var at = 0;
        foreach (var (bytes, used) in _parts)
        {
            bytes.AsSpan(0, used).CopyTo(whole.AsSpan(at));
            at += used;
            ArrayPool<byte>.Shared.Return(bytes);
        }
        _parts.Clear();
        _length = 0;
        return whole;
    }

    void ClosePart()
    {
        if (_part.Length > 0) _parts.Add((_part, _used));
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
