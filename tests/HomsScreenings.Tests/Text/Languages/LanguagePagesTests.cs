using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Text.Languages;

/// <summary>The public side in Arabic, over HTTP.</summary>
public sealed class LanguagePagesTests
{
    static readonly string[] Pages =
        ["/", "/screenings", "/films", "/films/return-to-homs", "/series", "/series/uk-tour",
            "/venues", "/venues/ica", "/archive", "/archive/2014", "/organisations/homs-campaign", "/people/talal-derki"];

    static async Task FillAsync(ScreeningsApp app)
    {
        await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddVenue("ICA", and: v => (v.Address, v.PostalCode) = ("The Mall", "SW1Y 5AH"));
        await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        await app.Programme.AddScreening(when: "2014-06-27 20:30");
    }

    static bool IsArabic(string? text) => text?.Any(c => c is >= '\u0620' and <= '\u064A') == true;

    [Theory, OnEachDatabase]
    public async Task Every_page_is_there_in_arabic_and_each_names_the_other(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        foreach (var path in Pages)
        {
            var (arabicPath, arabic) = (path == "/" ? "/ar" : "/ar" + path,
                await app.AsVisitor().GetAsync(path == "/" ? "/ar" : "/ar" + path));
            var english = await app.AsVisitor().GetAsync(path);
            Assert.Equal((200, "ar", "rtl"),
                (arabic.Status, arabic.Html.DocumentElement.GetAttribute("lang"), arabic.Html.DocumentElement.GetAttribute("dir")));
            Assert.Equal((200, "en", "ltr"),
                (english.Status, english.Html.DocumentElement.GetAttribute("lang"), english.Html.DocumentElement.GetAttribute("dir")));
            Assert.True(IsArabic(arabic.Html.QuerySelector("meta[name=description]")!.GetAttribute("content"))
                || path.Contains("screenings", StringComparison.Ordinal), path);
            Assert.Equal(ScreeningsApp.BaseUrl + arabicPath, arabic.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            string[] others = [$"en {ScreeningsApp.BaseUrl}{path}",
                $"ar {ScreeningsApp.BaseUrl}{arabicPath}", $"x-default {ScreeningsApp.BaseUrl}{path}"];
            Assert.Equal(others,
                arabic.Html.QuerySelectorAll("link[hreflang]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}"));
            Assert.Equal(others,
                english.Html.QuerySelectorAll("link[hreflang]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Who_reads_in_arabic_stays_in_arabic(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        foreach (var path in Pages.Append("/nothing"))
        {
            var page = await app.AsVisitor().GetAsync(path == "/" ? "/ar" : "/ar" + path);
            var ways = page.Html.QuerySelectorAll("a[href^='/']:not([hreflang]), form")
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!).ToList();
            Assert.True(ways.Count > 7, path);
            Assert.Equal(["/organise"], ways.Where(way => way != "/ar" && !way.StartsWith("/ar/", StringComparison.Ordinal)));
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_switch_keeps_the_page_and_its_filters(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        Assert.Equal("/ar/screenings?city=London&past=true", await Switch("/screenings?past=true&city=London"));
        Assert.Equal("/screenings?city=London&past=true", await Switch("/ar/screenings?past=true&city=London"));
        Assert.Equal(("/ar/films/return-to-homs", "/films/return-to-homs", "/"),
            (await Switch("/films/return-to-homs"), await Switch("/ar/films/return-to-homs"), await Switch("/ar")));

        async Task<string?> Switch(string path) =>
            (await app.AsVisitor().GetAsync(path)).Html.QuerySelector(".languages a")!.GetAttribute("href");
    }

    [Theory, OnEachDatabase]
    public async Task Headings_words_digits_and_months_are_arabic_and_what_machines_read_is_not(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        var page = await app.AsVisitor().GetAsync("/ar/films/return-to-homs");
        Assert.Equal(("العروض القادمة", "عروض حمص"), (page.Text("#coming"), page.Text(".site-name")));
        Assert.Equal(("السبت", "٢٧", "حزيران", "٢٠:٣٠"),
            (page.Text(".weekday"), page.Text(".day-number"), page.Text(".month"), page.Text(".when time")));
        Assert.Equal(("2026-06-27", "2026-06-27T19:30:00Z"),
            (page.Html.QuerySelector(".day-name time")!.GetAttribute("datetime"),
                page.Html.QuerySelector(".when time")!.GetAttribute("datetime")));
        Assert.Equal(("لندن", "\u2068ICA\u2069"), (page.Text(".screening .title bdi"), page.Text(".where")));
        var (venue, screening) = (await app.AsVisitor().GetAsync("/ar/venues/ica"),
            await app.AsVisitor().GetAsync("/ar/screenings/return-to-homs-ica"));
        Assert.Equal(("\u2068The Mall, SW1Y 5AH\u2069", "\u2068The Mall, SW1Y 5AH\u2069"),
            (venue.Text(".address span"), screening.Text(".address span")));
        Assert.Equal("السبت ٢٧ حزيران (يونيو)", screening.Text(".bill-date"));
        Assert.Equal(
            ("الأرشيف", "٢٠١٤ عرض واحد"),
            ((await app.AsVisitor().GetAsync("/ar/archive")).Text("h1"),
                (await app.AsVisitor().GetAsync("/ar/archive")).Text(".years li")));
    }

    [Theory, OnEachDatabase]
    public async Task Failure_is_an_arabic_page_too(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var missing = await app.AsVisitor().GetAsync("/ar/films/nothing");
        Assert.Equal((404, "ar", "لا توجد صفحة بهذا العنوان"),
            (missing.Status, missing.Html.DocumentElement.GetAttribute("lang"), missing.Text("h1")));
        Assert.Equal("/ar/screenings", missing.Html.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Contains("/ar/films", missing.Html.QuerySelectorAll("main p a").Select(a => a.GetAttribute("href")));
        var wrong = await app.AsVisitor().GetAsync("/ar/films?page=0");
        Assert.Equal((400, "رقم الصفحة عدد يبدأ من ١."), (wrong.Status, wrong.Text("main li")));
        Assert.Equal("/ar/screenings", wrong.Html.QuerySelector("main form")!.GetAttribute("action"));
        var posted = await app.AsVisitor().SendAsync(HttpMethod.Post, "/ar/films");
        Assert.Equal((405, "لا يمكن ذلك هنا"), (posted.Status, posted.Text("h1")));
        Assert.Equal((404, "Page not found"),
            ((await app.AsVisitor().GetAsync("/films/nothing")).Status, (await app.AsVisitor().GetAsync("/films/nothing")).Text("h1")));
        Assert.Equal("لا فيلم باسم «\u2068nothing\u2069».\n", (await app.AsVisitor().GetAsync("/ar/films/nothing.ics")).Body);
    }

    [Theory, OnEachDatabase]
    public async Task The_address_alone_decides_on_the_language(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        var plain = await app.AsVisitor().GetAsync("/");
        var asked = await app.AsVisitor().GetAsync("/", ("Accept-Language", "ar"));
        Assert.Equal((200, plain.Body, plain.Header("ETag")), (asked.Status, asked.Body, asked.Header("ETag")));
        Assert.DoesNotContain("Accept-Language", asked.Header("Vary") ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.Null(asked.Header("Set-Cookie"));
    }

    [Theory, OnEachDatabase]
    public async Task English_and_arabic_never_mix_up_in_the_cache(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        var visitor = app.AsVisitor();
        foreach (var (english, arabic) in new[] { ("/", "/ar"),
            ("/films", "/ar/films"), ("/screenings?city=London", "/ar/screenings?city=London"), ("/calendar.ics", "/ar/calendar.ics") })
        {
            var first = ((await visitor.GetAsync(arabic)).Body, (await visitor.GetAsync(english)).Body);
            Assert.NotEqual(first.Item1, first.Item2);
            Assert.Equal(first, ((await visitor.GetAsync(arabic)).Body, (await visitor.GetAsync(english)).Body));
            Assert.Equal(
                first,
                ((await visitor.GetAsync(arabic + (arabic.Contains('?', StringComparison.Ordinal) ? "&" : "?"))).Body,
                    (await visitor.GetAsync(english + (english.Contains('?', StringComparison.Ordinal) ? "&" : "?"))).Body));
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_is_there_in_english_only_is_led_to_where_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var path in new[] { "/organise", "/organise/films/new?title=x", "/account/sign-in", "/robots.txt", "/health/live" })
            Assert.Equal((302, path), await Answer("/ar" + path));

        async Task<(int, string?)> Answer(string path) =>
            await app.AsVisitor().GetAsync(path) is var answer ? (answer.Status, answer.Location) : default;
    }

    [Theory, OnEachDatabase]
    public async Task Former_addresses_lead_on_in_the_same_language(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).Slug = "homs";
            await db.SaveChangesAsync();
        });
        Assert.Equal("/ar/films/homs", (await app.AsVisitor().GetAsync("/ar/films/return-to-homs")).Location);
        Assert.Equal("/ar/films/homs.ics", (await app.AsVisitor().GetAsync("/ar/films/return-to-homs.ics")).Location);
        Assert.Equal("/films/homs", (await app.AsVisitor().GetAsync("/films/return-to-homs")).Location);
    }

    [Theory, OnEachDatabase]
    public async Task Feeds_speak_arabic_of_the_same_screenings(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        var (english, arabic) = (new ReadCalendar((await app.AsVisitor().GetAsync("/calendar.ics")).Bytes),
            new ReadCalendar((await app.AsVisitor().GetAsync("/ar/calendar.ics")).Bytes));
        Assert.Equal(english.Events.Select(e => e["UID"]), arabic.Events.Select(e => e["UID"]));
        var (one, same) = (Assert.Single(english.Events), Assert.Single(arabic.Events));
        Assert.Equal(one["DTSTART"], same["DTSTART"]);
        Assert.Equal("ICA، The Mall، London، SW1Y 5AH، المملكة المتحدة", same["LOCATION"]);
        Assert.Equal(one["URL"]!.Replace("/screenings/", "/ar/screenings/", StringComparison.Ordinal), same["URL"]);
        Assert.Contains("السبت ٢٧ حزيران ٢٠٢٦، من ٢٠:٣٠ إلى ٢٢:٠٠ بتوقيت لندن (\u2068Europe/London\u2069).",
            same["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Contains("Saturday 27 June 2026, 20:30 to 22:00 BST (Europe/London).", one["DESCRIPTION"], StringComparison.Ordinal);

        var news = XElement.Load(new MemoryStream((await app.AsVisitor().GetAsync("/ar/feed.atom")).Bytes));
        Assert.Equal("ar", (string?)news.Attribute(XNamespace.Xml + "lang"));
        Assert.Equal($"{ScreeningsApp.BaseUrl}/ar/feed.atom", (string?)news.Elements().First(e => e.Name.LocalName == "id"));
    }
}
