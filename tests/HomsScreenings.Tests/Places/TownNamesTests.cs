using HomsScreenings.Places;

namespace HomsScreenings.Tests.Places;

public sealed class TownNamesTests
{
    [Theory]
    [InlineData("Roma", "Rome")]
    [InlineData("Wien", "Vienna")]
    [InlineData("حمص", "Homs")]
    [InlineData("القاهرة", "Cairo")]
    [InlineData("東京", "Tokyo")]
    public void The_largest_town_that_is_called_so_leads(string name, string town) => Assert.Equal(town, Gazetteer.Read(name)[0].Name);

    [Fact]
    public void Every_name_of_the_list_leads_to_a_town()
    {
        using var file = new StreamReader(typeof(Gazetteer).Assembly.GetManifestResourceStream("Places.town-names.tsv")!);
        foreach (var town in file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')))
            foreach (var name in town[2..]) Assert.Contains((town[0], town[1]), Gazetteer.Named(name).Select(p => (p.Name, p.Country)));
    }
}
