using HomsScreenings.Tests.Processes;
using HomsScreenings.Web.Site;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

/// <summary>What stands in the log, whatever is set.</summary>
public sealed class LogTests
{
    const string Secret = "SECRETsecretSECRETsecretSECRET";

    [Fact]
    public async Task Each_entry_is_a_line_with_its_time_and_no_setting_brings_an_address_into_one()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        await using var program = await RunningProgram.ServeAsync([.. RunningProgram.SettingsFor(database),
            "--Logging:Console:LogLevel:Default=Trace", "--Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace",
            "--Logging:LogLevel:Microsoft.AspNetCore.Routing.Matching.DfaMatcher=Trace",
            "--Logging:Console:FormatterOptions:IncludeScopes=true"]);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = program.Url };
        foreach (var path in new[] { $"/bookings/{Secret}", $"/ar/bookings/{Secret}/cancel", $"/setup?token={Secret}",
            $"/organise/calendar/{Secret}.ics", $"/account/reset-password?account=1&token={Secret}",
            $"/screenings?q={Secret}&near=51.5,-0.13" })
            (await http.GetAsync(path)).Dispose();
        using (var form = new StringContent($"%0A%0Acrit%3A+FAKE[0]%0A++++++{Secret}%1b[31m[=1"))
        {
            form.Headers.ContentType = new("application/x-www-form-urlencoded");
            (await http.PostAsync($"/bookings/{Secret}/ask", form)).Dispose();
        }
        program.Terminate();

        var ended = await program.EndAsync();
        Assert.Equal((0, ""), (ended.Status, ended.Errors));
        Assert.DoesNotContain(Secret, ended.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("near=", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\x1b', ended.Output);
        var entries = ended.Output.TrimEnd('\n').Split('\n').Where(
            line => !line.StartsWith("Homs Screenings is at ", StringComparison.Ordinal)
                && !line.StartsWith("Make the first organiser at ", StringComparison.Ordinal)).ToList();
        Assert.All(entries, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (trce|dbug|info|warn|fail): ", line));
        Assert.Contains(entries, line => line.Contains("dbug: Microsoft.AspNetCore.", StringComparison.Ordinal)); // it was turned on
        Assert.Matches("Homs Screenings .+ serves from SQLite, migrated up to [0-9]+_", Assert.Single(entries, At("serves from")));
        Assert.Single(entries, At("Asked to end"));
        Assert.Equal(["Other accounts of this machine"], // the test has copied its database
            entries.Where(line => line.Contains(" warn: HomsScreenings", StringComparison.Ordinal))
                .Select(line => line[line.IndexOf("] ", StringComparison.Ordinal)..][2..32]));

        static Predicate<string> At(string words) => line => line.Contains(words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_broke_is_said_with_its_page_and_without_its_words()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, services => services.AddScoped<GuestLimits>(
            _ => throw new InvalidOperationException("somebody@example.org\ncrit: FAKE")));
        var answer = await app.AsVisitor().GetAsync("/account/forgot-password");
        Assert.Equal(500, answer.Status);
        var line = Assert.Single(app.Log.Lines, l => l.StartsWith("Error ", StringComparison.Ordinal));
        Assert.StartsWith("Error HomsScreenings.Web.Hosting.ErrorLog: Something broke "
            + $"(reference {answer.Text("code")}) in GET /Account/ForgotPassword System.InvalidOperationException\n   at ",
            line, StringComparison.Ordinal);
        Assert.DoesNotContain("(request ", line, StringComparison.Ordinal); // it has the reference already
        Assert.DoesNotContain("somebody", line, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_says_in_which_request_it_was_said_by_the_number_of_the_web_server_in_front()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var (stranger, other) = (await app.AsOrganiserAsync("Others"), await app.Programme.AddScreening(organisation: "Homs Campaign"));
        async Task<string> RefusedAsync(params (string, string)[] headers)
        {
            Assert.Equal(404, (await stranger.GetAsync($"/organise/screenings/{other.Slug}/edit", headers)).Status);
            return app.Log.Lines.Last(line => line.Contains("RefusalLog", StringComparison.Ordinal)).TrimEnd();
        }
        Assert.EndsWith(" (request 9f86d081884c7d659a2feaa0c55ad015)",
            await RefusedAsync(("X-Request-Id", "9f86d081884c7d659a2feaa0c55ad015")), StringComparison.Ordinal);
        foreach (var none in new[] { "short", "somebody@example.org", new string('a', 65) })
            Assert.Matches(@" \(request [0-9A-Z]+:[0-9A-F]{8}\)$", await RefusedAsync(("X-Request-Id", none)));
    }
}
