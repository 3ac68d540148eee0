using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// The bytes of an answer, in parts: one for a page, and several for a long calendar, so that it is never copied whole
/// and takes no memory in one piece, which the garbage collector would not move.
/// </summary>
public sealed class Body(IReadOnlyList<ReadOnlyMemory<byte>> parts)
{
    public int Length { get; } = parts.Sum(part => part.Length);

    /// <summary>Half of its SHA-256, in hexadecimal digits.</summary>
    public string Hash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) sha.AppendData(part.Span);
        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 16));
    }

    public void CopyTo(Stream stream)
    {
        foreach (var part in parts) stream.Write(part.Span);
    }

    public Task SendAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        if (parts.Count > 1) return SendPartsAsync(output, cancellationToken);
        var flush = parts is [var whole] ? output.WriteAsync(whole, cancellationToken) : output.FlushAsync(cancellationToken);
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }

    // The first begins the answer: what is written before that is copied once more. To wait for each of the others would
    // halve the throughput.
    async Task SendPartsAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(parts[0], cancellationToken);
        for (var i = 1; i < parts.Count - 1; i++) output.Write(parts[i].Span);
        await output.WriteAsync(parts[^1], cancellationToken);
    }
}
