namespace HomsScreenings.Web.Site;

/// <summary>Pages of the desk that show another answer of this site in a frame.</summary>
static class OwnFrames
{
    extension(IHeaderDictionary headers)
    {
        /// <summary>Lets the page hold frames of this site.</summary>
        public void AllowOwnFrames() => headers.ContentSecurityPolicy += "; frame-src 'self'";

        /// <summary>Lets the answer stand in a frame of this site: it is words and one style, and nothing can be done there.</summary>
        /// <param name="styleHash">Of the style that stands in it, as a Content-Security-Policy has it.</param>
        public void StandInOwnFrame(string styleHash) => headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{styleHash}'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox";
    }
}
