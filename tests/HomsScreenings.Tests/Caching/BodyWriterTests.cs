using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using HomsScreenings.Web.Caching;

namespace HomsScreenings.Tests.Caching;

public sealed class BodyWriterTests
{
    static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 % 251))];

    static async Task<byte[]> SentAsync(Body body)
    {
        var sent = new MemoryStream();
        var output = PipeWriter.Create(sent, new StreamPipeWriterOptions(leaveOpen: true));
        await body.SendAsync(output, CancellationToken.None);
        await output.CompleteAsync();
        return sent.ToArray();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(20_000)]
    [InlineData(65_537)]
    [InlineData(700_000)]
    public async Task What_is_written_in_any_pieces_is_sent_as_it_was(int length)
    {
        var bytes = Bytes(length);
        foreach (var piece in new[] { 1_000_000, 4_000, 75, 5_001 })
        {
            var writer = new BodyWriter();
            for (var at = 0; at < length; at += piece)
            {
                var some = bytes.AsSpan(at, Math.Min(piece, length - at));
                if (at / piece % 2 == 0) writer.Write(some);
                else writer.Stream.Write(some);
            }
            var body = writer.ToBody();
            Assert.Equal(length, body.Length);
            Assert.Equal(bytes, await SentAsync(body));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes))[..32], body.Hash());
        }
    }

    [Fact]
    public void A_long_calendar_is_held_once()
    {
        var (line, writer) = (Bytes(75), new BodyWriter());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) writer.Write(line);
        var body = writer.ToBody();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(750_000, body.Length);
        Assert.InRange(allocated, 750_000, 850_000);
    }

    [Fact]
    public async Task Json_can_be_written_to_it()
    {
        var writer = new BodyWriter();
        await System.Text.Json.JsonSerializer.SerializeAsync((PipeWriter)writer, Enumerable.Range(0, 20_000).ToArray());
        var sent = await SentAsync(writer.ToBody());
        Assert.Equal(Enumerable.Range(0, 20_000), System.Text.Json.JsonSerializer.Deserialize<int[]>(sent));
    }
}
