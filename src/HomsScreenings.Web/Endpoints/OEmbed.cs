using System.Text;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using HomsScreenings.Text;
using HomsScreenings.Web.Caching;

namespace HomsScreenings.Web.Endpoints;

/// <summary>
/// Tells other sites how to put a page of this one into theirs (oembed.com): a frame where there is something to embed,
/// else a link. Pages name this address in their heads, so that whoever pastes a link need know nothing of it.
/// </summary>
static class OEmbed
{
    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOEmbed(this WebApplication app) =>
        app.MapMethods("/oembed", GetAndHead, AnswerAsync).WithMetadata(CachePolicy.Feed(OEmbedRequest.Reader));

    static async Task<IResult> AnswerAsync([AsParameters] FeedRequest request)
    {
        request.Http.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        if (OEmbedRequest.Read(request.Http.Query, request.Base, out var problem) is not { } asked) return problem!;
        if (await asked.Page.TitleAsync(request) is not { } title) return OEmbedRequest.NoSuchPage;

        var answer = Common(request, asked.Page, title);
        if (asked is { HasRoom: true, Page.Embed: { } embed })
            Frame(answer, request.Base + asked.Page.Language.Path(embed), title, asked.Width, asked.Height);
        else answer["type"] = "link";
        return asked.Format == "json" ? Results.Json(answer, contentType: "application/json") : Xml(answer);
    }

    static Dictionary<string, object> Common(FeedRequest request, OwnPage page, string title) => new(StringComparer.Ordinal)
    {
        ["version"] = "1.0",
        ["type"] = "rich",
        ["title"] = title,
        ["provider_name"] = page.Language.Speaking(() => request.SiteName),
        ["provider_url"] = request.Base,
        ["cache_age"] = 3600,
    };

    // Nothing in it needs a script, a form or storage: what a frame may do can be taken away but for opening links.
    static void Frame(Dictionary<string, object> answer, string address, string title, int width, int height)
    {
        var (src, name) = (HtmlEncoder.Default.Encode(address), HtmlEncoder.Default.Encode(title));
        answer["html"] = FormattableString.Invariant(
            $"""<iframe src="{src}" title="{name}" width="{width}" height="{height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>""");
        (answer["width"], answer["height"]) = (width, height);
    }

    static IResult Xml(Dictionary<string, object> answer)
    {
        var document = new XElement("oembed", answer.Select(part => new XElement(part.Key, CleanText.WithoutNoText($"{part.Value}"))));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n{document}\n", "text/xml", Encoding.UTF8);
    }
}
