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
        if (parts is not [var whole]) return SendPartsAsync(output, cancellationToken);
        var flush = output.WriteAsync(whole, cancellationToken);
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }

    async Task SendPartsAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
            if ((await output.WriteAsync(part, cancellationToken)).IsCompleted) return; // the reader has gone
    }
}
