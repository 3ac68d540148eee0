using System.Text;
using System.Xml;
using System.Xml.Linq;
using HomsScreenings.Records;
using HomsScreenings.Text;
using NetVips;

namespace HomsScreenings.Web.Pictures;

/// <summary>Whose a picture is, as its file says: XMP (ISO 16684-1), with the names of Photoshop and Dublin Core.</summary>
public static class PictureCredit
{
    static readonly XName[] Names =
    [
        XName.Get("Credit", "http://ns.adobe.com/photoshop/1.0/"),
        XName.Get("creator", "http://purl.org/dc/elements/1.1/"),
        XName.Get("rights", "http://purl.org/dc/elements/1.1/"),
    ];

    /// <summary>The first of credit, creator and rights that there is; null where the file says nothing.</summary>
    public static string? In(string file)
    {
        using var picture = Image.NewFromFile(file, access: Enums.Access.Sequential);
        return picture.Contains("xmp-data") && picture.Get("xmp-data") is byte[] xmp ? Read(xmp) : null;
    }

    /// <summary>The same of the XMP itself.</summary>
    public static string? Read(byte[] xmp)
    {
        try
        {
            using var text = new StringReader(Encoding.UTF8.GetString(xmp).Trim('\0', ' ', '\n', '\r', '\uFEFF'));
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var document = XDocument.Load(reader);
            return Names.Select(name => Said(document, name)).FirstOrDefault(said => said is not null);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Short values stand in attributes, lists in elements.
    static string? Said(XDocument document, XName name)
    {
        var said = document.Descendants().Attributes(name).Select(a => a.Value)
            .Concat(document.Descendants(name).Select(e => string.Join(", ", Leaves(e))))
            .FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        return said is null ? null : CleanText.Of(said, inLines: false)?.CutTo(Lengths.Line);
    }

    static IEnumerable<string> Leaves(XElement element) =>
        element.DescendantsAndSelf().Where(e => !e.HasElements).Select(e => e.Value.Trim()).Where(v => v.Length > 0);
}
