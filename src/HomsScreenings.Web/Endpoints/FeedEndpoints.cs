namespace HomsScreenings.Web.Endpoints;

static class FeedEndpoints
{
    public static void MapFeeds(this WebApplication app)
    {
    }
}
