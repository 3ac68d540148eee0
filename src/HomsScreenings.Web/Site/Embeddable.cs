namespace HomsScreenings.Web.Site;

/// <summary>
/// Marks an endpoint whose answers other sites may put into their pages: it shows the programme, and nothing can be done there.
/// </summary>
/// <param name="isPage">Whether it is a page, and not a part such as the style of one.</param>
sealed class Embeddable(bool isPage)
{
    // No script, no form, nobody's cookie: there is nothing that a page around it could trick somebody into.
    const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; frame-ancestors *; base-uri 'none'";

    public static Embeddable Anywhere { get; } = new(isPage: true);

    /// <summary>What pages are made of: to a page in a sandboxed frame even its own site is another one.</summary>
    public static Embeddable Part { get; } = new(isPage: false);

    /// <summary>
    /// The headers of an answer that stands in a frame of another site. The first and the last let it stand in a page
    /// that is isolated (Cross-Origin-Embedder-Policy), which asks the same of all that is in it.
    /// </summary>
    public void Open(IHeaderDictionary headers)
    {
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!isPage) return;
        headers.ContentSecurityPolicy = Policy;
        headers["X-Robots-Tag"] = "noindex";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
    }
}

static class Embedding
{
    /// <summary>Behind routing, which knows what was asked for.</summary>
    public static void UseEmbedding(this WebApplication app) => app.Use((context, next) =>
    {
        context.GetEndpoint()?.Metadata.GetMetadata<Embeddable>()?.Open(context.Response.Headers);
        return next(context);
    });
}
