using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.House;

/// <summary>Addresses that open something are in no log of the web server in front, in whatever language they are.</summary>
public sealed partial class ProxyLogTests
{
    static readonly string[] Paths =
    [
        "bookings/SECRET", "comments/SECRET", "subscriptions/SECRET", "interests/SECRET",
        "account/reset-password", "setup", "organise/calendar/SECRET.ics",
    ];

    public static TheoryData<string> Languages =>
    [
        .. Sources.In("src/HomsScreenings/Languages", "*.po").Select(f => Path.GetFileNameWithoutExtension(f.Path)),
        "ar-MA", "kmr", "zh-Hant-TW",
    ];

    [Theory, MemberData(nameof(Languages))]
    public void The_example_for_nginx_leaves_them_out(string language) =>
        AssertLeavesOut(Of("docs/examples/nginx.conf", Nginx()), language);

    [Theory, MemberData(nameof(Languages))]
    public void The_line_for_haproxy_leaves_them_out(string language) => AssertLeavesOut(Of("docs/self-hosting.md", Haproxy()), language);

    static void AssertLeavesOut(Regex pattern, string language)
    {
        foreach (var path in Paths)
            foreach (var address in new[] { $"/{path}", $"/{language}/{path}", $"/{language}/{path}".ToUpperInvariant() })
                Assert.Matches(pattern, address);
        foreach (var address in new[] { "/", "/films", $"/{language}/screenings", "/organise", "/films/setup", "/bookingsfor" })
            Assert.DoesNotMatch(pattern, address);
    }

    static Regex Of(string file, Regex line) => new(
        line.Match(File.ReadAllText(Path.Combine(Sources.Root, file))).Groups["pattern"].Value,
        RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    [GeneratedRegex("\"~\\*(?<pattern>[^\"]+)\" 0;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nginx();

    [GeneratedRegex(@"path_reg -i (?<pattern>\S+) \}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Haproxy();
}
