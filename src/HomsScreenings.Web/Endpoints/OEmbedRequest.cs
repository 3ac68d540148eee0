using System.Globalization;
using HomsScreenings.Web.Site;
using Microsoft.Extensions.Primitives;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>What another site asks of a page of this one (oembed.com, 2.2).</summary>
/// <param name="Format">'json' or 'xml'.</param>
/// <param name="Width">Pixels: what there is room for, but no more than a frame wants and no less than tells that it is too little.</param>
/// <param name="Height">The same.</param>
sealed record OEmbedRequest(OwnPage Page, string Format, int Width, int Height)
{
    const int DefaultWidth = 600;
    const int DefaultHeight = 420;
    const int MinWidth = 200;
    const int MinHeight = 150;

    /// <summary>Whether a frame fits.</summary>
    public bool HasRoom => Width >= MinWidth && Height >= MinHeight;

    public static IResult NoSuchPage => TextResults.NotFound(T("That is not the address of a page of this site."));

    /// <summary>The same for the cache.</summary>
    public static QueryReader Reader { get; } = new(["url", "format", "maxwidth", "maxheight"], request =>
    {
        var address = request.HttpContext.RequestServices.GetRequiredService<SiteAddress>().Base(request);
        return Read(request.Query, address, out _)?.ToQuery(address);
    });

    /// <summary>Reads it from a query string; null for what is not understood.</summary>
    /// <param name="siteAddress">Without a slash at the end.</param>
    /// <param name="problem">The answer that says so.</param>
    public static OEmbedRequest? Read(IQueryCollection query, string siteAddress, out IResult? problem)
    {
        problem = null;
        var format = query["format"].ToString() is { Length: > 0 } wanted ? wanted : "json";
        if (format is not ("json" or "xml"))
            problem = TextResults.NotImplemented(T("There is no such format: 'json' and 'xml' can be had."));
        else if (query["url"] is not [{ Length: > 0 } url])
            problem = TextResults.Wrong([T("'url' is missing: the address of a page of this site.")]);
        else if (!TryRead(query["maxwidth"], out var width) || !TryRead(query["maxheight"], out var height))
            problem = TextResults.Wrong([T("'maxwidth' and 'maxheight' are numbers of pixels.")]);
        else if (OwnPage.Read(url, siteAddress) is not { } page) problem = NoSuchPage;
        else return new(page, format, Math.Clamp(width, MinWidth - 1, DefaultWidth), Math.Clamp(height, MinHeight - 1, DefaultHeight));
        return null;
    }

    static bool TryRead(StringValues asked, out int pixels)
    {
        pixels = int.MaxValue;
        return asked.Count == 0
            || (asked.Count == 1 && int.TryParse(asked[0], NumberStyles.None, CultureInfo.InvariantCulture, out pixels) && pixels > 0);
    }

    string ToQuery(string siteAddress)
    {
        var url = Uri.EscapeDataString(siteAddress + Page.Path);
        return string.Create(CultureInfo.InvariantCulture, $"url={url}&format={Format}&maxwidth={Width}&maxheight={Height}");
    }
}
