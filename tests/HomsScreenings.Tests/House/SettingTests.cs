using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.House;

/// <summary>What the program reads of its settings is known to whoever refuses the others, and to the documents.</summary>
public sealed partial class SettingTests
{
    [Fact]
    public void Every_setting_that_is_read_is_known_and_described()
    {
        var read = Sources.In("src/HomsScreenings.Web").SelectMany(file => Read().Matches(file.Text))
            .Select(match => match.Groups["setting"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(read.Count >= 8);
        var checks = File.ReadAllText(Path.Combine(Sources.Root, "src/HomsScreenings.Web/Hosting/SettingChecks.cs"));
        Assert.DoesNotContain(read, setting => !checks.Contains($"\"{setting.Split(':')[1]}\"", StringComparison.Ordinal));
        var documents = File.ReadAllText(Path.Combine(Sources.Root, "docs/self-hosting.md"));
        Assert.DoesNotContain(read, setting => !documents.Contains($"`{setting}`", StringComparison.Ordinal));
    }

    [GeneratedRegex("[\\[(]\"(?<setting>(Site|Storage|Programme|Mail|Accounts|Guests|Interests):[A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Read();
}
