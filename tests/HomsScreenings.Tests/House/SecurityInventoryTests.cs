using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.House;

/// <summary>docs/security.md lists what is stored and where cryptography is used; what is added there is added here.</summary>
public sealed partial class SecurityInventoryTests
{
    static readonly string Inventory = File.ReadAllText(Path.Combine(Sources.Root, "docs/security.md"));

    [Fact]
    public void Every_table_is_in_the_inventory_of_data()
    {
        var database = File.ReadAllText(Path.Combine(Sources.Root, "src/HomsScreenings/Storage/ScreeningsDb.cs"));
        var tables = Table().Matches(database).Select(match => match.Groups["name"].Value).ToList();
        Assert.True(tables.Count >= 20);
        Assert.DoesNotContain(tables, table => !Names(table));
    }

    [Fact]
    public void Every_use_of_cryptography_is_in_the_inventory_with_its_purpose()
    {
        var uses = Sources.In("src").Where(file => Use().IsMatch(file.Text)).ToList();
        Assert.True(uses.Count >= 5);
        Assert.DoesNotContain(uses, file => !Names(Path.GetFileNameWithoutExtension(file.Path)));
        var purposes = uses.SelectMany(file => Purpose().Matches(file.Text)).Select(match => match.Groups["purpose"].Value).ToList();
        Assert.NotEmpty(purposes);
        Assert.DoesNotContain(purposes, purpose => !Names(purpose));
    }

    static bool Names(string word) => Inventory.Contains($"`{word}`", StringComparison.Ordinal);

    [GeneratedRegex("DbSet<[A-Za-z]+> (?<name>[A-Za-z]+) =>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex("SHA256\\.|RandomNumberGenerator\\.|CreateProtector\\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();

    [GeneratedRegex("CreateProtector\\(\"(?<purpose>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Purpose();
}
