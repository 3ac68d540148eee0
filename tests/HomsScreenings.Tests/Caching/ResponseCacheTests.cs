using System.IO.Compression;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Web.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Caching;

public sealed class ResponseCacheTests
{
    [Theory, OnEachDatabase]
    public async Task A_page_that_is_known_costs_no_statement(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var first = await app.AsVisitor().GetAsync("/screenings");
        app.Statements.Reset();
        var second = await app.AsVisitor().GetAsync("/screenings");
        var sameInOtherWords = await app.AsVisitor().GetAsync("/screenings?");
        Assert.Empty(app.Statements.Statements);
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(first.Header("ETag"), second.Header("ETag"));
        Assert.Equal(first.Header("ETag"), sameInOtherWords.Header("ETag"));
    }

    [Theory, OnEachDatabase]
    public async Task A_page_changes_when_the_clock_alone_changes_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs", minutes: 94);
        await app.Programme.AddScreening("Return to Homs", "2026-06-01 14:00", "ICA"); // 13:00 to 14:34 UTC
        Assert.Contains("Return to Homs", (await app.AsVisitor().GetAsync("/")).Body, StringComparison.Ordinal);
        app.Clock.Now = Instant.FromUtc(2026, 6, 1, 14, 33, 59);
        Assert.Contains("Return to Homs", (await app.AsVisitor().GetAsync("/")).Body, StringComparison.Ordinal);
        app.Clock.Now = Instant.FromUtc(2026, 6, 1, 14, 34, 0);
        Assert.DoesNotContain("Return to Homs", (await app.AsVisitor().GetAsync("/")).Body, StringComparison.Ordinal);

        // A clock that ran a day ahead and is set back: what was over by it is to come.
        app.Clock.Pass(Duration.FromDays(1));
        Assert.DoesNotContain("Return to Homs", (await app.AsVisitor().GetAsync("/")).Body, StringComparison.Ordinal);
        app.Clock.Now = Instant.FromUtc(2026, 6, 1, 12, 0);
        Assert.Contains("Return to Homs", (await app.AsVisitor().GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_another_process_saves_is_seen_without_being_told(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        var before = await app.AsVisitor().GetAsync("/screenings");
        await using (var elsewhere = app.Database.Open(app.Clock)) // its versions are not this process's
        {
            (await elsewhere.Films.SingleAsync()).Title = "Changed elsewhere";
            await elsewhere.SaveChangesAsync();
        }
        var deadline = DateTime.UtcNow.AddMinutes(1); // a second or two, but for a machine that is very busy
        var after = before;
        while (after.Body == before.Body && DateTime.UtcNow < deadline)
        {
            await Task.Delay(50);
            after = await app.AsVisitor().GetAsync("/screenings");
        }
        Assert.Contains("Changed elsewhere", after.Body, StringComparison.Ordinal);
        Assert.NotNull(screening);
    }

    [Theory, OnEachDatabase]
    public async Task Unchanged_is_said_by_either_condition_and_for_each_coding(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var visitor = app.AsVisitor();
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            var full = await visitor.GetAsync("/screenings", ("Accept-Encoding", coding));
            var tag = full.Header("ETag")!;
            Assert.False(tag.StartsWith("W/", StringComparison.Ordinal));
            var unchanged = await visitor.GetAsync("/screenings", ("Accept-Encoding", coding), ("If-None-Match", tag));
            Assert.Equal((304, 0, tag), (unchanged.Status, unchanged.Bytes.Length, unchanged.Header("ETag")));
            Assert.Equal(
                304, (await visitor.GetAsync("/screenings", ("Accept-Encoding", coding), ("If-None-Match", $"\"other\", W/{tag}"))).Status);
            Assert.Equal(304, (await visitor.GetAsync("/screenings", ("Accept-Encoding", coding), ("If-None-Match", "*"))).Status);
            Assert.Equal(
                200,
                (await visitor.GetAsync("/screenings", ("Accept-Encoding", coding),
                    ("If-None-Match", "\"other\""), ("If-Modified-Since", full.Header("Last-Modified")!))).Status);
            Assert.Equal(
                304,
                (await visitor.GetAsync("/screenings", ("Accept-Encoding", coding),
                    ("If-Modified-Since", full.Header("Last-Modified")!))).Status);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Compressed_answers_unpack_to_the_same_bytes_and_head_has_the_same_headers(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var visitor = app.AsVisitor();
        var plain = await visitor.GetAsync("/screenings");
        var before = app.Services.GetRequiredService<ResponseMemory>().Bytes;
        var gzip = await visitor.GetAsync("/screenings", ("Accept-Encoding", "gzip;q=1.0, br;q=0"));
        var brotli = await visitor.GetAsync("/screenings", ("Accept-Encoding", "gzip, deflate, br"));
        Assert.Equal(
            ("gzip", "br", null), (gzip.Header("Content-Encoding"), brotli.Header("Content-Encoding"), plain.Header("Content-Encoding")));
        Assert.Equal(plain.Bytes, Unpack(new GZipStream(new MemoryStream(gzip.Bytes), CompressionMode.Decompress)));
        Assert.Equal(plain.Bytes, Unpack(new BrotliStream(new MemoryStream(brotli.Bytes), CompressionMode.Decompress)));
        Assert.Equal("Accept-Encoding", plain.Header("Vary"));
        Assert.Equal(before + gzip.Bytes.Length + brotli.Bytes.Length, app.Services.GetRequiredService<ResponseMemory>().Bytes);

        var head = await visitor.SendAsync(HttpMethod.Head, "/screenings");
        Assert.Equal((200, 0, plain.Header("ETag"), plain.Header("Content-Length")),
            (head.Status, head.Bytes.Length, head.Header("ETag"), head.Header("Content-Length")));
    }

    [Theory, OnEachDatabase]
    public async Task Head_before_any_get_has_what_get_would_have(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var head = await app.AsVisitor().SendAsync(HttpMethod.Head, "/screenings");
        var get = await app.AsVisitor().GetAsync("/screenings");
        Assert.Equal((200, get.Header("ETag")), (head.Status, head.Header("ETag")));
    }

    [Theory, OnEachDatabase]
    public async Task Two_changes_within_one_second_are_told_apart_by_date_too(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var visitor = app.AsVisitor();
        var empty = await visitor.GetAsync("/screenings");
        await app.Programme.AddScreening();
        var one = await visitor.GetAsync("/screenings", ("If-Modified-Since", empty.Header("Last-Modified")!));
        Assert.Equal(200, one.Status);
        Assert.Equal(304, (await visitor.GetAsync("/screenings", ("If-Modified-Since", one.Header("Last-Modified")!))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_wrong_address_is_not_kept_and_neither_is_what_a_draft_hides(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/films/return-to-homs")).Status);
        await app.Programme.AddFilm("Return to Homs");
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/films/return-to-homs")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Public_pages_set_no_cookie_and_send_the_strict_policy_when_cached_too(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        for (var look = 0; look < 2; look++)
        {
            var page = await app.AsVisitor().GetAsync("/");
            Assert.Null(page.Header("Set-Cookie"));
            Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
            Assert.DoesNotContain("unsafe", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_version_only_rises()
    {
        var versions = new Versions();
        versions.Advance(Area.Programme, 5);
        versions.Advance(Area.Programme, 3);
        Assert.Equal((5, 0), (versions.Of(Area.Programme).Number, versions.Of(Area.Seats).Number));
    }

    static byte[] Unpack(Stream packed)
    {
        using var plain = new MemoryStream();
        using (packed) packed.CopyTo(plain);
        return plain.ToArray();
    }
}
