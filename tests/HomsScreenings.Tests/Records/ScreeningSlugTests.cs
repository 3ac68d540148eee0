using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Tests.Pages.Organise;
using NodaTime;

namespace HomsScreenings.Tests.Records;

public sealed class ScreeningSlugTests
{
    static Screening Titled(string title) => new() { Uid = "one", Slug = "", CreatedAt = default, Title = title };

    static Venue Venue(string name, string? city) => new() { Slug = "v", Name = name, City = city, TimeZone = "Europe/London" };

    [Fact]
    public void It_says_what_is_shown_where_and_in_which_year()
    {
        var screening = Titled("Return to Homs");
        Assert.Equal("return-to-homs", screening.SuggestSlug());
        screening.PlaceIn("East London", "London", null, "GB", "Europe/London");
        Assert.Equal("return-to-homs-east-london", screening.SuggestSlug());
        screening.PlaceAt(Venue("ICA", "London"), null);
        screening.Schedule(new LocalDate(2014, 6, 27), null);
        Assert.Equal("return-to-homs-ica-london-2014", screening.SuggestSlug());
        screening.PlaceAt(Venue("London Film School", "London"), null);
        Assert.Equal("return-to-homs-london-film-school-2014", screening.SuggestSlug());
    }

    [Fact]
    public void A_long_title_is_cut_and_the_year_stays()
    {
        var screening = Titled("A very long evening of short films from Homs, Aleppo, Damascus and Raqqa, with their makers");
        screening.PlaceAt(Venue("ICA", "London"), null);
        screening.Schedule(new LocalDate(2014, 6, 27), null);
        Assert.Equal("a-very-long-evening-of-short-films-from-homs-aleppo-ica-london-2014", screening.SuggestSlug());
        Assert.True(Slug.IsWellFormed(screening.SuggestSlug()));
    }

    [Fact]
    public void A_title_without_any_letter_has_one_all_the_same() => Assert.Equal("screening", Titled("…").SuggestSlug());
}
