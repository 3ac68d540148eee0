using System.Text.Json;

namespace HomsScreenings.Tests.Endpoints;

public sealed class ManifestTests
{
    [Theory, OnEachDatabase]
    public async Task A_phone_learns_the_name_the_language_and_where_to_begin(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Site:Name", "Film Days"), ("Site:Names:ar", "أيام الفيلم"));
        foreach (var (prefix, tag, direction, start, name) in new[]
            { ("", "en", "ltr", "/", "Film Days"), ("/ar", "ar", "rtl", "/ar", "أيام الفيلم") })
        {
            var page = await app.AsVisitor().GetAsync(start);
            var answer = await app.AsVisitor().GetAsync(page.Html.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!);
            Assert.Equal((200, "application/manifest+json; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
            Assert.Equal($"{prefix}/manifest.webmanifest", answer.Message.RequestMessage!.RequestUri!.AbsolutePath);
            using var json = JsonDocument.Parse(answer.Body);
            var manifest = json.RootElement;
            Assert.Equal((name, name), (page.Text(".site-name"), page.Html.Title));
            Assert.Equal((name, tag, direction, start, "/", "standalone"),
                (Text("name"), Text("lang"), Text("dir"), Text("start_url"), Text("scope"), Text("display")));
            Assert.Equal(["any", "any", "any", "maskable"],
                manifest.GetProperty("icons").EnumerateArray().Select(icon => icon.GetProperty("purpose").GetString()));
            foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            {
                var picture = await app.AsVisitor().GetAsync(icon.GetProperty("src").GetString()!);
                Assert.Equal((200, icon.GetProperty("type").GetString()), (picture.Status, picture.Header("Content-Type")));
                // A PNG says its width in the bytes 16 to 19 (PNG, 11.2.2).
                if (icon.GetProperty("type").GetString() == "image/png")
                    Assert.Equal(icon.GetProperty("sizes").GetString()!.Split('x')[0],
                        $"{System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.Bytes.AsSpan(16))}");
            }

            string? Text(string name) => manifest.GetProperty(name).GetString();
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_worker_is_at_the_root_and_asked_for_again_each_time(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var worker = await app.AsVisitor().GetAsync("/sw.js");
        Assert.Equal("Pages kept on this device", (await app.AsVisitor().GetAsync("/kept")).Text("h1"));
        Assert.Equal((200, "text/javascript; charset=utf-8", "no-cache"),
            (worker.Status, worker.Header("Content-Type"), worker.Header("Cache-Control")));
        Assert.Contains("connect-src 'self'", worker.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(304, (await app.AsVisitor().GetAsync("/sw.js", ("If-None-Match", worker.Header("ETag")!))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Every_module_that_a_page_may_ask_for_is_there_and_is_never_an_old_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var first = (await app.AsVisitor().GetAsync("/")).Html.QuerySelector("script[type=module]")!.GetAttribute("src")!;
        var script = await app.AsVisitor().GetAsync(first);
        Assert.Equal((200, "text/javascript; charset=utf-8"), (script.Status, script.Header("Content-Type")));
        foreach (var module in System.Text.RegularExpressions.Regex.Matches(script.Body, @"'\./(?<name>\w+\.js)'")
            .Select(m => m.Groups["name"].Value).Append("say.js").Distinct())
        {
            var answer = await app.AsVisitor().GetAsync($"/js/{module}");
            Assert.Equal((module, 200, "no-cache"), (module, answer.Status, answer.Header("Cache-Control")));
        }
    }
}
