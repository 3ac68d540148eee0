using HomsScreenings.Web.Caching;
using NodaTime;

namespace HomsScreenings.Tests.Caching;

public sealed class ResponseMemoryTests
{
    const int Size = 10_000;

    static CachedResponse Response(int size = Size) =>
        new([], Instant.MinValue, Instant.MaxValue, new byte[size], "text/plain", CachePolicy.Pages, DateTimeOffset.UnixEpoch, []);

    [Fact]
    public void When_it_is_full_what_nobody_asked_for_again_goes_first()
    {
        var memory = new ResponseMemory(10 * 12_000);
        for (var i = 0; i < 8; i++) memory.Keep($"page {i}", Response());
        foreach (var popular in new[] { 0, 1, 5 }) Assert.NotNull(memory.ByKey($"page {popular}"));
        for (var i = 0; i < 100; i++)
        {
            memory.Keep($"asked once {i}", Response());
            foreach (var popular in new[] { 0, 1, 5 }) Assert.NotNull(memory.ByKey($"page {popular}"));
        }
        Assert.All([2, 3, 4, 6, 7], forgotten => Assert.Null(memory.ByKey($"page {forgotten}")));
        Assert.NotNull(memory.ByKey("asked once 99"));
        Assert.InRange(memory.Bytes, 8 * Size, 10 * 12_000);
    }

    [Fact]
    public void What_was_popular_and_is_no_more_goes_too()
    {
        var memory = new ResponseMemory(10 * 12_000);
        memory.Keep("once popular", Response());
        for (var i = 0; i < 50; i++) Assert.NotNull(memory.ByKey("once popular"));
        for (var i = 0; i < 100; i++) memory.Keep($"asked once {i}", Response());
        Assert.Null(memory.ByKey("once popular"));
    }

    [Fact]
    public void Keys_and_addresses_count_and_go_with_their_answer()
    {
        var memory = new ResponseMemory(1_000_000);
        memory.Keep(new string('k', 100_000), Response(0));
        Assert.InRange(memory.Bytes, 200_000, 210_000);

        memory.Keep("key", Response(0));
        var before = memory.Bytes;
        for (var i = 0; i < 1_000; i++) memory.Remember($"/{i}{new string('x', 900)}", "key");
        Assert.InRange(memory.Bytes - before, 8 * 1_800, 8 * 2_000); // so many are remembered
        Assert.NotNull(memory.ByTarget($"/999{new string('x', 900)}"));
        Assert.Null(memory.ByTarget($"/0{new string('x', 900)}"));
        memory.Remember(new string('x', 5_000), "key");
        Assert.Null(memory.ByTarget(new string('x', 5_000)));

        for (var i = 0; i < 10; i++) memory.Keep(new string((char)('a' + i), 100_000), Response());
        for (var i = 0; i < 10; i++) memory.Keep(new string((char)('A' + i), 100_000), Response());
        Assert.Null(memory.ByKey("key"));
        Assert.Null(memory.ByTarget($"/999{new string('x', 900)}"));
        Assert.InRange(memory.Bytes, 0, 1_000_000);
        Assert.InRange(memory.Count, 3, 5);
    }

    [Fact]
    public void An_answer_that_takes_the_place_of_another_takes_its_room_and_its_addresses()
    {
        var memory = new ResponseMemory(1_000_000);
        memory.Keep("key", Response(50_000));
        memory.Remember("/there", "key");
        var before = memory.Bytes;
        var next = Response(20_000);
        memory.Keep("key", next);
        Assert.Equal(before - 30_000, memory.Bytes);
        Assert.Same(next, memory.ByTarget("/there"));
        Assert.Equal(1, memory.Count);
    }

    [Fact]
    public void One_that_is_larger_than_all_the_memory_is_kept_alone()
    {
        var memory = new ResponseMemory(100_000);
        memory.Keep("small", Response());
        memory.Keep("huge", Response(500_000));
        Assert.NotNull(memory.ByKey("huge"));
        Assert.Null(memory.ByKey("small"));
    }
}
