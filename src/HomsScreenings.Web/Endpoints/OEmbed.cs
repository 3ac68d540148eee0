using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using HomsScreenings.Web.Caching;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>
/// Tells other sites how to put a page of this one into theirs (oembed.com): a frame where there is something to embed,
/// else a link. Pages name this address in their heads, so that whoever pastes a link need know nothing of it.
/// </summary>
static class OEmbed
{
    const int DefaultWidth = 600;
    const int DefaultHeight = 420;
    const int MinWidth = 200;
    const int MinHeight = 150;

    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOEmbed(this WebApplication app) =>
        app.MapMethods("/oembed", GetAndHead, AnswerAsync).WithMetadata(new CachedWithProgramme(anyQuery: true, CachedWithProgramme.Feeds));

    static async Task<IResult> AnswerAsync([AsParameters] FeedRequest request)
    {
        var asked = request.Http.Query;
        request.Http.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        var format = asked["format"].ToString() is { Length: > 0 } wanted ? wanted : "json";
        if (format is not ("json" or "xml")) return TextResults.NotImplemented(T("There is no such format: 'json' and 'xml' can be had."));
        if (asked["url"] is not [{ Length: > 0 } url]) return TextResults.Wrong([T("'url' is missing: the address of a page of this site.")]);
        if (!TryRead(asked["maxwidth"], out var width) || !TryRead(asked["maxheight"], out var height))
            return TextResults.Wrong([T("'maxwidth' and 'maxheight' are numbers of pixels.")]);
        if (OwnPage.Read(url, request.Base) is not { } page || await page.TitleAsync(request) is not { } title)
            return TextResults.NotFound(T("That is not the address of a page of this site."));

        var answer = Common(request, title);
        if (page.Embed is { } embed && width >= MinWidth && height >= MinHeight)
            Frame(answer, request.Base + page.Language.Path(embed), title, Math.Min(width, DefaultWidth), Math.Min(height, DefaultHeight));
        else answer["type"] = "link";
        return format == "json" ? Results.Json(answer, contentType: "application/json") : Xml(answer);
    }

    static Dictionary<string, object> Common(FeedRequest request, string title) => new(StringComparer.Ordinal)
    {
        ["version"] = "1.0",
        ["type"] = "rich",
        ["title"] = title,
        ["provider_name"] = request.SiteName,
        ["provider_url"] = request.Base,
        ["cache_age"] = 3600,
    };

    // Nothing in it needs a script, a form or storage: what a frame may do can be taken away but for opening links.
    static void Frame(Dictionary<string, object> answer, string address, string title, int width, int height)
    {
        var (src, name) = (HtmlEncoder.Default.Encode(address), HtmlEncoder.Default.Encode(title));
        answer["html"] = FormattableString.Invariant($"""<iframe src="{src}" title="{name}" width="{width}" height="{height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>""");
        (answer["width"], answer["height"]) = (width, height);
    }

    static bool TryRead(Microsoft.Extensions.Primitives.StringValues asked, out int pixels)
    {
        pixels = int.MaxValue;
        return asked.Count == 0 || (asked.Count == 1 && int.TryParse(asked[0], NumberStyles.None, CultureInfo.InvariantCulture, out pixels) && pixels > 0);
    }

    static IResult Xml(Dictionary<string, object> answer)
    {
        var document = new XElement("oembed", answer.Select(part => new XElement(part.Key, part.Value)));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n{document}\n", "text/xml", Encoding.UTF8);
    }
}
