using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.Hosting;

public sealed partial class SecurityHeadersTests
{
    [Fact]
    public async Task Styles_and_scripts_say_in_which_signs_they_are_written()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var visitor = app.AsVisitor();
        var page = await visitor.GetAsync("/");
        foreach (var (part, type) in new[] { (Style(), "text/css"), (Script(), "text/javascript") })
            Assert.Equal($"{type}; charset=utf-8",
                (await visitor.GetAsync(part.Match(page.Body).Groups["address"].Value)).Message.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("false", "max-age=31536000")]
    [InlineData("true", "max-age=31536000; includeSubDomains")]
    public async Task Hosts_below_that_of_the_site_are_meant_where_that_is_set(string setting, string header)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Site:HstsIncludeSubDomains", setting));
        Assert.Equal(header, (await app.AsVisitor().GetAsync("/account/sign-in")).Header("Strict-Transport-Security"));
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Style();

    [GeneratedRegex("<script[^>]* src=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
