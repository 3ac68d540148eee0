using System.Text;
using System.Xml;
using HomsScreenings.Text;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Feeds;

/// <summary>Writes news feeds as RFC 4287 has them. The same entries give the same bytes.</summary>
public static class AtomWriter
{
    /// <summary>How many entries a feed has at most; its next part (RFC 5005, 3) has those before them.</summary>
    public const int MaxEntries = 100;

    const string Atom = "http://www.w3.org/2005/Atom", Type = "application/atom+xml";

    // Without a byte order mark, which some readers stumble over and none needs.
    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n"
    };

    /// <param name="feed">What the feed says of itself.</param>
    /// <param name="entries">The newest change first.</param>
    public static byte[] Write(NewsFeed feed, IReadOnlyList<NewsEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, feed.Language);
            Introduce(xml, feed, entries);
            foreach (var entry in entries) Write(xml, entry);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    // The date of the last change is asked for even where nothing ever changed.
    static void Introduce(XmlWriter xml, NewsFeed feed, IReadOnlyList<NewsEntry> entries)
    {
        Text(xml, "id", feed.Self);
        Text(xml, "title", feed.Title);
        Text(xml, "subtitle", feed.Subtitle);
        Text(xml, "updated", Format(entries.Count > 0 ? entries.Max(e => e.UpdatedAt) : NodaConstants.UnixEpoch));
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", feed.Author);
        xml.WriteEndElement();
        Link(xml, "self", Type, feed.AddressOf(feed.Page));
        Link(xml, "alternate", "text/html", feed.Url);
        if (feed.Page > 1)
        {
            Link(xml, "first", Type, feed.AddressOf(1));
            Link(xml, "previous", Type, feed.AddressOf(feed.Page - 1));
        }
        if (feed.HasNext) Link(xml, "next", Type, feed.AddressOf(feed.Page + 1));
    }

    static void Write(XmlWriter xml, NewsEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", IdOf(entry));
        Text(xml, "title", entry.Title, entry.TitleLanguage);
        Text(xml, "published", Format(entry.PublishedAt));
        Text(xml, "updated", Format(entry.UpdatedAt));
        Link(xml, "alternate", "text/html", entry.Url);
        if (entry.Author is { } author)
        {
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", author);
            xml.WriteEndElement();
        }
        foreach (var (term, label) in entry.Categories)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", term);
            xml.WriteAttributeString("label", CleanText.WithoutNoText(label));
            xml.WriteEndElement();
        }
        Text(xml, "summary", entry.Summary);
        xml.WriteEndElement();
    }

    // An entry of the journal has a number; a screening of another program keeps the name that it had there, which need be no UUID
    // (RFC 4151).
    static string IdOf(NewsEntry entry) => Guid.TryParseExact(entry.Uid, "D", out _) ? $"urn:uuid:{entry.Uid}"
        : $"tag:{new Uri(entry.Url).IdnHost},2026:{Uri.EscapeDataString(entry.Uid)}";

    static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    static void Text(XmlWriter xml, string element, string text, string? language = null)
    {
        xml.WriteStartElement(element, Atom);
        if (language is not null) xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteString(CleanText.WithoutNoText(text));
        xml.WriteEndElement();
    }

    static string Format(Instant instant) => InstantPattern.General.Format(instant);
}
