using HomsScreenings.Web.Sharing;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace HomsScreenings.Tests.Sharing;

public sealed class SharePicturesTests
{
    static Action<IServiceCollection> With(Func<ShareSheet, byte[]> painter) => services => services.AddSingleton(host =>
        new SharePictures(host.GetRequiredService<HomsScreenings.Web.Pictures.PictureStore>(),
            host.GetRequiredService<Microsoft.Extensions.Options.IOptions<HomsScreenings.Web.Site.SiteOptions>>(),
            host.GetRequiredService<TimeProvider>(), host.GetRequiredService<Microsoft.Extensions.Logging.ILogger<SharePictures>>())
        { Painter = painter });

    [Theory, OnEachDatabase]
    public async Task Where_none_can_be_made_the_plain_one_stands_in_and_the_log_says_so_once(Database database)
    {
        var tries = 0;
        await using var app = await ScreeningsApp.StartAsync(database, With(_ =>
        {
            tries++;
            throw new VipsException("no fonts");
        }));
        await app.Programme.AddScreening();
        foreach (var page in new[] { "/films/return-to-homs", "/ar/films/return-to-homs", "/films/return-to-homs" })
        {
            var answer = await app.AsVisitor().GetAsync(page + "/share.jpg");
            Assert.Equal((302, "/img/share.jpg"), (answer.Status, answer.Location));
            Assert.Equal(200, (await app.AsVisitor().GetAsync(page)).Status);
        }
        Assert.Equal(3, tries); // what did not work out is not kept
        Assert.Single(app.Log.Lines, l => l.Contains("cannot be made", StringComparison.Ordinal));
        var plain = new Painted((await app.AsVisitor().GetAsync("/img/share.jpg")).Bytes);
        Assert.Equal((1200, 630), (plain.Width, plain.Height));
    }

    [Theory, OnEachDatabase]
    public async Task Fifty_at_once_are_made_one_by_one_and_hold_up_no_page(Database database)
    {
        using var go = new ManualResetEventSlim();
        var (at, most) = (0, 0);
        await using var app = await ScreeningsApp.StartAsync(database, With(sheet =>
        {
            most = Math.Max(most, Interlocked.Increment(ref at));
            go.Wait();
            Interlocked.Decrement(ref at);
            return SharePainting.Jpeg(sheet);
        }));
        for (var i = 0; i < 50; i++) await app.Programme.AddFilm($"Film {i}");
        var asked = Enumerable.Range(0, 50).Select(i => app.AsVisitor().GetAsync($"/films/film-{i}/share.jpg")).ToList();

        var refused = await await Task.WhenAny(asked);
        Assert.Equal((503, "5"), (refused.Status, refused.Header("Retry-After")));
        foreach (var page in new[] { "/", "/films", "/ar/films", "/screenings" })
            Assert.Equal(200, (await app.AsVisitor().GetAsync(page).WaitAsync(TimeSpan.FromSeconds(20))).Status);
        for (var i = 0; i < 50; i++)
            Assert.Equal(200, (await app.AsVisitor().GetAsync($"/films/film-{i}").WaitAsync(TimeSpan.FromSeconds(20))).Status);

        go.Set();
        var answers = await Task.WhenAll(asked);
        Assert.True(answers.Count(a => a.Status == 200) >= SharePictures.MaxWaiting);
        Assert.All(answers, a => Assert.True(a.Status is 200 or 503));
        Assert.Equal(1, most);
        foreach (var (i, answer) in answers.Index().Where(a => a.Item.Status == 503))
            Assert.Equal(200, (await app.AsVisitor().GetAsync($"/films/film-{i}/share.jpg")).Status);
    }
}
