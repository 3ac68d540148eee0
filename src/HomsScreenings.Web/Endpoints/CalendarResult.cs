using System.Net.Mime;
using HomsScreenings.Calendars;
using HomsScreenings.Web.Caching;
using NodaTime;

namespace HomsScreenings.Web.Endpoints;

/// <summary>Answers with a calendar, written where the answer goes.</summary>
static class CalendarResult
{
    public static IResult Feed(CalendarFeed feed, IEnumerable<CalendarEntry> entries) =>
        new Answer(null, output => CalendarWriter.WriteFeed(output, feed, entries));

    /// <summary>The same for one person's own: nobody else keeps it, and who asks again is told whether it has changed.</summary>
    public static IResult PrivateFeed(CalendarFeed feed, IEnumerable<CalendarEntry> entries, Instant now) =>
        new PrivateAnswer(output => CalendarWriter.WriteFeed(output, feed, entries), now);

    public static IResult File(string name, CalendarEntry entry) => new Answer(name, output => CalendarWriter.WriteFile(output, entry));

    const string ContentType = "text/calendar; charset=utf-8";

    sealed class PrivateAnswer(Action<BodyWriter> write, Instant now) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var writer = new BodyWriter();
            write(writer);
            return new CachedResponse([], now, now, writer.ToBody(), ContentType, CachePolicy.Revalidated, now.ToDateTimeOffset(),
                [new("X-Robots-Tag", "noindex")]).SendAsync(httpContext);
        }
    }

    sealed class Answer(string? fileName, Action<System.IO.Pipelines.PipeWriter> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = ContentType;
            if (fileName is not null)
                response.Headers.ContentDisposition = new ContentDisposition { Inline = true, FileName = fileName }.ToString();
            write(response.BodyWriter);
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
    }
}
