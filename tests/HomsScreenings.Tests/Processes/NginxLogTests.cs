using System.Net;

namespace HomsScreenings.Tests.Processes;

/// <summary>What nginx writes down with the configuration of the documents, while no program answers.</summary>
public sealed class NginxLogTests
{
    public static bool IsNginxMissing => Needs.Unmet(Nginx.WhyNot) is not null;

    [Fact(SkipWhen = nameof(IsNginxMissing), Skip = "nginx is not installed (Debian: apt-get install nginx-light)")]
    public async Task Neither_who_asked_nor_what_opens_something_is_in_a_log_and_plain_http_leads_to_https()
    {
        await using var nginx = await Nginx.StartAsync(1, 2);
        using var http = nginx.Client();
        foreach (var path in new[] { "/bookings/SECRET", "/ar/bookings/SECRET", "/ar-MA/bookings/SECRET", "/kmr/BOOKINGS/SECRET/cancel",
            "//bookings/SECRET", "/%62ookings/SECRET", "/setup?token=SECRET", "/account/reset-password?token=SECRET",
            "/organise/calendar/SECRET.ics", "/ar/journal/preview/SECRET", "/screenings?q=SECRET",
            $"/bookings/SECRET{new string('x', 10_000)}", "/films" })
            (await http.GetAsync(new Uri($"{nginx.Url}{path[1..]}"))).Dispose();
        using (var large = new HttpRequestMessage(HttpMethod.Get, "/bookings/SECRET"))
        {
            large.Headers.Add("X-Large", new string('x', 40_000));
            (await http.SendAsync(large)).Dispose();
        }
        using (var plain = await http.GetAsync(new Uri(nginx.PlainUrl, "/bookings/SECRET?a=b")))
            Assert.Equal((HttpStatusCode.MovedPermanently, "https://127.0.0.1/bookings/SECRET?a=b"),
                (plain.StatusCode, $"{plain.Headers.Location}"));

        var logs = await nginx.LogsAsync();
        Assert.Contains(" GET /films 502 ", logs, StringComparison.Ordinal);
        Assert.Contains(" GET /screenings 502 ", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", logs, StringComparison.Ordinal);
    }
}
