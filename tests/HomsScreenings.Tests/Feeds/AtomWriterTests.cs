using System.Xml.Linq;
using HomsScreenings.Feeds;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.Tests.Feeds;

public sealed class AtomWriterTests
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    static readonly NewsFeed Feed = new("Homs Screenings", "Newly announced and changed screenings",
        "Homs Screenings", "https://screenings.test/feed.atom", "https://screenings.test/screenings");

    static byte[] BytesOf(params ScreeningCard[] cards) =>
        AtomWriter.Write(Feed, [.. cards.Select(c => NewsEntry.Of(c, "https://screenings.test"))]);

    static XElement Read(byte[] bytes) => XElement.Load(new MemoryStream(bytes));

    static string? Link(XElement of, string relation) =>
        (string?)of.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == relation).Attribute("href");

    [Fact]
    public void A_feed_says_what_it_is_and_when_it_last_changed()
    {
        var feed = Read(BytesOf(Cards.One() with { ChangedAt = Instant.FromUtc(2026, 5, 5, 5, 5) }, Cards.One()));
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("https://screenings.test/feed.atom", (string?)feed.Element(Atom + "id"));
        Assert.Equal("Homs Screenings", (string?)feed.Element(Atom + "title"));
        Assert.Equal("2026-05-05T05:05:00Z", (string?)feed.Element(Atom + "updated"));
        Assert.Equal("Homs Screenings", (string?)feed.Element(Atom + "author")?.Element(Atom + "name"));
        Assert.Equal("https://screenings.test/feed.atom", Link(feed, "self"));
        Assert.Equal("https://screenings.test/screenings", Link(feed, "alternate"));
        Assert.Equal("1970-01-01T00:00:00Z", (string?)Read(BytesOf()).Element(Atom + "updated"));
    }

    [Theory]
    [InlineData("0c8a3d0e-6a55-4a3c-9d53-1c8f6f1d7a11", "urn:uuid:0c8a3d0e-6a55-4a3c-9d53-1c8f6f1d7a11")]
    [InlineData("https://old.example/1", "tag:screenings.test,2026:https%3A%2F%2Fold.example%2F1")]
    [InlineData("old,calendar;id\\42@.. <x>", "tag:screenings.test,2026:old%2Ccalendar%3Bid%5C42%40..%20%3Cx%3E")]
    public void What_comes_from_another_program_has_a_name_that_is_one(string uid, string id)
    {
        var entry = Read(BytesOf(Cards.One() with { Uid = uid })).Element(Atom + "entry")!;
        Assert.Equal(id, (string?)entry.Element(Atom + "id"));
        Assert.True(Uri.TryCreate(id, UriKind.Absolute, out _));
    }

    [Fact]
    public void A_title_in_another_language_than_the_feed_says_so()
    {
        var foreign = Cards.One() with { Title = "حمص", TitleLanguage = "ar" };
        Assert.Equal(["ar", null, null],
            Read(BytesOf(foreign, Cards.One(), foreign with { Status = ScreeningStatus.Cancelled })).Elements(Atom + "entry")
                .Select(e => (string?)e.Element(Atom + "title")!.Attribute(XNamespace.Xml + "lang")));
    }

    [Fact]
    public void An_entry_has_what_the_standard_asks_for()
    {
        var card = Cards.One() with
        {
            Status = ScreeningStatus.Rescheduled,
            IsSample = true,
            SeriesSlug = "uk-tour",
            SeriesTitle = "UK tour",
            FilmsChangedAt = Instant.FromUtc(2026, 5, 20, 0, 0)
        };
        var entry = Read(BytesOf(card)).Elements(Atom + "entry").Single();
        Assert.Equal("urn:uuid:0c8a3d0e-6a55-4a3c-9d53-1c8f6f1d7a11", (string?)entry.Element(Atom + "id"));
        Assert.Equal("[Sample] Rescheduled: Return to Homs", (string?)entry.Element(Atom + "title"));
        Assert.Equal("2026-05-02T10:00:00Z", (string?)entry.Element(Atom + "published"));
        Assert.Equal("2026-05-03T10:00:00Z", (string?)entry.Element(Atom + "updated"));
        Assert.Equal("https://screenings.test/screenings/return-to-homs-ica", Link(entry, "alternate"));
        Assert.Equal([("return-to-homs", "Return to Homs"), ("uk-tour", "UK tour")],
            entry.Elements(Atom + "category").Select(c => ((string?)c.Attribute("term"), (string?)c.Attribute("label"))));
        Assert.Equal(string.Join('\n', card.DescriptionLines()), (string?)entry.Element(Atom + "summary"));
    }

    [Fact]
    public void What_xml_cannot_say_is_left_out()
    {
        var card = Cards.One() with { Title = "a\0b\u001b <c> & \ud83c d\ufffe\uffff 🎬", SeriesSlug = "s", SeriesTitle = "x\u0007y" };
        var entry = Read(BytesOf(card)).Elements(Atom + "entry").Single();
        Assert.Equal("ab <c> & \ufffd d 🎬", (string?)entry.Element(Atom + "title"));
        Assert.Equal("xy", (string?)entry.Elements(Atom + "category").Last().Attribute("label"));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Assert.Equal(BytesOf(Cards.One()), BytesOf(Cards.One()));
}
