using System.Globalization;
using System.Text;
using System.Xml;
using HomsScreenings.Text.Languages;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Sitemaps;

/// <summary>A page for search engines to know of.</summary>
/// <param name="Path">Its path, naming no language.</param>
/// <param name="ChangedAt">When what it shows was last changed; null where that is not known.</param>
public sealed record SitemapPage(string Path, Instant? ChangedAt);

/// <summary>
/// Writes sitemaps as sitemaps.org has them (protocol 0.9): every page once in each language, each time with all its
/// languages beside it. The same pages give the same bytes.
/// </summary>
public static class SitemapWriter
{
    /// <summary>How many addresses a part has at most; the protocol allows five times as many, which is slow to read.</summary>
    public const int MaxAddresses = 10_000;

    const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    const string Xhtml = "http://www.w3.org/1999/xhtml";

    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n"
    };

    /// <summary>The pages of one part each, all languages of a page in the same one.</summary>
    public static IReadOnlyList<SitemapPage[]> Parts(IReadOnlyList<SitemapPage> pages) =>
        [.. pages.Chunk(MaxAddresses / Language.All.Count)];

    /// <summary>The addresses of a part.</summary>
    public static byte[] Write(IEnumerable<SitemapPage> pages, string siteAddress) => Document("urlset", xml =>
    {
        xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
        foreach (var page in pages)
            foreach (var language in Language.All) Write(xml, page, language, siteAddress);
    });

    /// <summary>The list of parts.</summary>
    public static byte[] WriteIndex(IReadOnlyList<SitemapPage[]> parts, string siteAddress) => Document("sitemapindex", xml =>
    {
        for (var i = 0; i < parts.Count; i++)
        {
            xml.WriteStartElement("sitemap", Sitemap);
            xml.WriteElementString("loc", Sitemap, string.Create(CultureInfo.InvariantCulture, $"{siteAddress}/sitemap-{i + 1}.xml"));
            Changed(xml, parts[i].Max(p => p.ChangedAt));
            xml.WriteEndElement();
        }
    });

    static byte[] Document(string root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement(root, Sitemap);
            write(xml);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    // Each version names all of them, itself too, or search engines believe none.
    static void Write(XmlWriter xml, SitemapPage page, Language language, string siteAddress)
    {
        xml.WriteStartElement("url", Sitemap);
        xml.WriteElementString("loc", Sitemap, siteAddress + language.Path(page.Path));
        Changed(xml, page.ChangedAt);
        foreach (var other in Language.All) Alternate(xml, other.Tag, siteAddress + other.Path(page.Path));
        Alternate(xml, "x-default", siteAddress + page.Path);
        xml.WriteEndElement();
    }

    static void Alternate(XmlWriter xml, string tag, string address)
    {
        xml.WriteStartElement("link", Xhtml);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("hreflang", tag);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    static void Changed(XmlWriter xml, Instant? at)
    {
        if (at is { } instant) xml.WriteElementString("lastmod", Sitemap, InstantPattern.General.Format(instant));
    }
}
