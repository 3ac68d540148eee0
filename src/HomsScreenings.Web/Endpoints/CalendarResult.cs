using System.Net.Mime;
using HomsScreenings.Calendars;

namespace HomsScreenings.Web.Endpoints;

/// <summary>Answers with a calendar, written where the answer goes.</summary>
static class CalendarResult
{
    public static IResult Feed(CalendarFeed feed, IEnumerable<CalendarEntry> entries) =>
        new Answer(null, output => CalendarWriter.WriteFeed(output, feed, entries));

    public static IResult File(string name, CalendarEntry entry) => new Answer(name, output => CalendarWriter.WriteFile(output, entry));

    sealed class Answer(string? fileName, Action<System.IO.Pipelines.PipeWriter> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/calendar; charset=utf-8";
            if (fileName is not null)
                response.Headers.ContentDisposition = new ContentDisposition { Inline = true, FileName = fileName }.ToString();
            write(response.BodyWriter);
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
    }
}
