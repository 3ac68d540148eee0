using HomsScreenings.Places;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.Places;

public sealed class PlaceNamesTests
{
    static T InArabic<T>(Func<T> work) => Language.WithTag("ar").Speaking(work);

    [Theory]
    [InlineData("Leeds", "GB", "ليدز")]
    [InlineData("Roma", "IT", "روما")] // as it is called there
    [InlineData("Frankfurt", "DE", "فرانكفورت")]
    [InlineData("Tripoli", null, "طرابلس")] // two towns, and one name
    [InlineData("Hama", "SY", "حماة")]
    [InlineData("Nephelokokkygia", "GR", "Nephelokokkygia")]
    [InlineData("Leeds", "US", "Leeds")] // another one, which no list has
    public void A_town_is_called_what_the_language_that_is_spoken_calls_it(string name, string? country, string called)
    {
        Assert.Equal(called, InArabic(() => PlaceNames.Town(name, country)));
        Assert.Equal(name, PlaceNames.Town(name, country));
    }

    [Fact]
    public void The_parts_of_a_country_have_their_names_too() =>
        Assert.Equal(("اسكتلندا", "أوريغون"),
            InArabic(() => (PlaceNames.Region("Scotland", "GB"), PlaceNames.Region("Oregon", "US"))));

    [Fact]
    public void What_somebody_typed_with_a_country_or_a_state_is_said_with_it()
    {
        Assert.Equal("بورتلاند، الولايات المتحدة", InArabic(() => PlaceNames.Typed("Portland, US")));
        Assert.Equal("بورتلاند، أوريغون", InArabic(() => PlaceNames.Typed("Portland, Oregon")));
        Assert.Equal("Portland, Oregon", PlaceNames.Typed("Portland, Oregon"));
    }

    [Fact]
    public void Every_name_of_a_town_that_the_gazetteer_has_leads_to_it_and_no_line_stands_twice()
    {
        foreach (var list in new[] { "towns.ar", "regions.ar" })
        {
            var names = Lines(list);
            Assert.NotEmpty(names);
            Assert.Equal(names.Count, names.Select(n => (n[0], n[1])).Distinct().Count());
            Assert.All(names, n => Assert.DoesNotContain(n[2], char.IsAsciiLetter));
        }
        foreach (var town in Lines("towns.ar"))
            if (Gazetteer.Named(town[0], town[1]).Any(p => p.Name == town[0]))
                Assert.Contains(Gazetteer.Named(town[2], town[1]), p => p.Name == town[0]);
    }

    static List<string[]> Lines(string list)
    {
        using var file = new StreamReader(typeof(Gazetteer).Assembly.GetManifestResourceStream($"Places.{list}.tsv")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
