using System.Buffers;
using System.IO.Pipelines;
using HomsScreenings.Web.Caching;

namespace HomsScreenings.Tests.Caching;

public sealed class BodyWriterTests
{
    static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 % 251))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(20_000)]
    [InlineData(65_537)]
    [InlineData(700_000)]
    public void What_is_written_in_any_pieces_is_kept_as_it_was(int length)
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
            Assert.Equal(bytes, writer.ToBody());
        }
    }

    [Fact]
    public void A_long_calendar_is_held_once()
    {
        var (line, writer) = (Bytes(75), new BodyWriter());
        WriteCalendar(); // the memory that is lent
        var before = GC.GetAllocatedBytesForCurrentThread();
        var body = WriteCalendar();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(750_000, body.Length);
        Assert.InRange(allocated, 750_000, 850_000);

        byte[] WriteCalendar()
        {
            for (var i = 0; i < 10_000; i++) writer.Write(line);
            return writer.ToBody();
        }
    }

    [Fact]
    public async Task Json_can_be_written_to_it()
    {
        var writer = new BodyWriter();
        await System.Text.Json.JsonSerializer.SerializeAsync((PipeWriter)writer, Enumerable.Range(0, 20_000).ToArray());
        var sent = writer.ToBody();
        Assert.Equal(Enumerable.Range(0, 20_000), System.Text.Json.JsonSerializer.Deserialize<int[]>(sent));
    }
}
