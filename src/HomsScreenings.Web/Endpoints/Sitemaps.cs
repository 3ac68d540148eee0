using HomsScreenings.Sitemaps;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Endpoints;

/// <summary>Where search engines learn of every page. One file as long as it fits, then an index of several.</summary>
static class Sitemaps
{
    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSitemaps(this WebApplication app)
    {
        app.MapMethods("/sitemap.xml", GetAndHead, AllAsync).WithMetadata(CachePolicy.Feed(QueryReader.None));
        app.MapMethods("/sitemap-{number:int:min(1)}.xml", GetAndHead, PartAsync).WithMetadata(CachePolicy.Feed(QueryReader.None));
    }

    static async Task<IResult> AllAsync([AsParameters] FeedRequest request)
    {
        var parts = await PartsAsync(request);
        return Xml(parts.Count == 1 ? SitemapWriter.Write(parts[0], request.Base) : SitemapWriter.WriteIndex(parts, request.Base));
    }

    static async Task<IResult> PartAsync(int number, [AsParameters] FeedRequest request)
    {
        var parts = await PartsAsync(request);
        return parts.Count > 1 && number <= parts.Count ? Xml(SitemapWriter.Write(parts[number - 1], request.Base))
            : TextResults.NotFound($"There is no such part; the sitemap begins at {request.Base}/sitemap.xml");
    }

    static async Task<IReadOnlyList<SitemapPage[]>> PartsAsync(FeedRequest request) =>
        SitemapWriter.Parts(await SitemapPages.FindAsync(request.Db, request.Now, request.Cancel));

    static IResult Xml(byte[] xml) => Results.Bytes(xml, "application/xml; charset=utf-8");
}
