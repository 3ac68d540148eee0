using HomsScreenings.Programme;

namespace HomsScreenings.Tests.Programme;

public sealed class ScreeningFilterTests
{
    static (ScreeningFilter Filter, IReadOnlyList<string> Problems) Read(params (string Key, string Value)[] pairs)
    {
        var filter = ScreeningFilter.Read(pairs.Select(p => KeyValuePair.Create(p.Key, p.Value)), out var problems);
        return (filter, problems);
    }

    [Theory]
    [InlineData("colour", "red", "There is no filter 'colour'.")]
    [InlineData("q", "!?", "The search has no letter or digit in it.")]
    [InlineData("film", "Return to Homs", "'Return to Homs' is not the name of a film, as it stands in its address.")]
    [InlineData("country", "England", "'England' is not a country code of two letters, such as GB.")]
    [InlineData("from", "27.06.2026", "'from' needs a date such as 2026-06-27; '27.06.2026' is not one.")]
    [InlineData("to", "2026-02-30", "'to' needs a date such as 2026-06-27; '2026-02-30' is not one.")]
    [InlineData("past", "yes", "'past' is true or false.")]
    [InlineData("free", "1", "'free' is true or false.")]
    [InlineData("access", "lift",
        "'lift' is not an access provision; there are step-free, hearing-loop, captions, audio-description, sign-language, relaxed.")]
    [InlineData("language", "arabic!", "'arabic!' is not a language tag, such as 'ar' or 'en'.")]
    [InlineData("near",
        "Nowhereville",
            "No town is known here by the name 'Nowhereville'; write a larger one nearby, with its country, such as 'Portland, US'.")]
    [InlineData("near",
        "Leeds, FR",
            "No town is known here by the name 'Leeds, FR'; write a larger one nearby, with its country, such as 'Portland, US'.")]
    [InlineData("near", "91,0", "'91,0' is not a place on the map; write a town, such as Leeds.")]
    [InlineData("near", "51.5", "'51.5' is not a place on the map; write a town, such as Leeds.")]
    [InlineData("near",
        "NaN,0",
            "No town is known here by the name 'NaN,0'; write a larger one nearby, with its country, such as 'Portland, US'.")]
    [InlineData("within", "0", "'within' is a distance of 1 to 500 kilometres.")]
    [InlineData("within", "5", "'within' needs 'near': around which point?")]
    [InlineData("city", "??", "'??' is not the name of a city.")]
    public void What_is_not_understood_is_said_in_a_sentence(string key, string value, string problem) =>
        Assert.Equal([problem], Read((key, value)).Problems);

    [Fact]
    public void The_last_day_does_not_lie_before_the_first() =>
        Assert.Equal(["The last day ('to') lies before the first ('from')."], Read(("from", "2026-06-02"), ("to", "2026-06-01")).Problems);

    [Fact]
    public void A_search_is_not_endless_and_neither_is_a_list()
    {
        Assert.Equal(["A search has at most 200 characters."], Read(("q", new string('a', 201))).Problems);
        Assert.Equal(["At most 20 times 'film'."], Read([.. Enumerable.Range(0, 25).Select(n => ("film", $"film-{n}"))]).Problems);
    }

    [Fact]
    public void Empty_values_as_forms_send_them_are_no_filter() => Assert.True(Read(("q", ""), ("city", " "), ("from", "")).Filter.IsEmpty);

    [Fact]
    public void A_filter_is_written_in_one_order_whatever_order_it_came_in()
    {
        const string query =
            "q=homs&film=a-film&film=b-film&city=Leeds&country=GB&from=2026-06-01&to=2026-06-30&past=true&free=true&access=step-free&access=captions&language=ar&near=51.5%2C-0.13&within=40";
        var (filter, problems) = Read(("within", "40"), ("near", "51.5,-0.13"),
            ("language", "AR"), ("access", "captions"), ("access", "step-free"), ("free", "true"),
            ("past", "true"), ("to", "2026-06-30"), ("from", "2026-06-01"),
            ("country", "gb"), ("city", "Leeds"), ("film", "b-film"), ("film", "a-film"), ("film", "a-film"), ("q", "homs"));
        Assert.Empty(problems);
        Assert.Equal(query, filter.ToQuery());
    }

    [Theory]
    [InlineData("leeds", "near=Leeds&within=25", 53.8, -1.55)]
    [InlineData("Portland", "near=Portland&within=25", 45.52, -122.68)]
    [InlineData("Portland, GB", "near=Portland%2C%20GB&within=25", 50.57, -2.44)]
    [InlineData("portland,ME", "near=Portland%2C%20ME&within=25", 43.66, -70.26)]
    [InlineData("Portland, United Kingdom", "near=Portland%2C%20United%20Kingdom&within=25", 50.57, -2.44)]
    [InlineData("koln", "near=K%C3%B6ln&within=25", 50.93, 6.95)]
    [InlineData("New York", "near=New%20York%20City&within=25", 40.71, -74.01)]
    public void A_town_is_a_position_and_keeps_its_name(string near, string query, double north, double east)
    {
        var (filter, problems) = Read(("near", near));
        Assert.Empty(problems);
        Assert.Equal((query, north, east), (filter.ToQuery(), filter.Near!.Latitude, filter.Near.Longitude));
        Assert.Equal(query, ScreeningFilter.Read([.. filter.Pairs()], out _).ToQuery());
    }

    [Fact]
    public void A_position_is_rounded_so_that_no_home_can_be_told() =>
        Assert.Equal("near=51.59%2C-0.16&within=25", Read(("near", "51.587912,-0.163612")).Filter.ToQuery());
}
