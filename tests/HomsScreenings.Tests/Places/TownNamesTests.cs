using HomsScreenings.Places;
using HomsScreenings.Text.Languages;

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

    [Theory]
    [InlineData("en", "Homs", "Tripoli, Lebanon", "Leeds")]
    [InlineData("ar", "حمص", "طرابلس، لبنان", "لندن")]
    public void What_a_form_offers_means_one_town(string language, params string[] some) => Language.WithTag(language).Speaking(() =>
    {
        var towns = TownSuggestions.Here();
        foreach (var town in towns) Assert.Equal((town, 1), (town, Gazetteer.ReadWithChoices(town).Count));
        Assert.Empty(some.Except(towns));
        Assert.InRange(towns.Count, 450, 700);
        return true;
    });
}
