using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.Tests.Programme;

public sealed class FilterWordsTests
{
    [Fact]
    public void No_filter_needs_no_words() => Assert.Null(FilterWords.Describe(ScreeningFilter.None, FilterTargets.None));

    [Fact]
    public void A_filter_is_told_in_the_order_of_its_address() =>
        Assert.Equal(
            "‘derki’, return-to-homs, London, United Kingdom, from Saturday 27 June 2026, to Tuesday 30 June 2026, past screenings included, free, step free, Arabic, within 25 km of 51.5, -0.13",
            FilterWords.Describe(new ScreeningFilter
            {
                Query = "derki",
                Films = ["return-to-homs"],
                Cities = ["London"],
                Countries = ["GB"],
                From = new LocalDate(2026, 6, 27),
                To = new LocalDate(2026, 6, 30),
                Past = true,
                Free = true,
                Access = [AccessNeed.StepFree],
                Languages = ["ar"],
                Near = new Nearby(51.5, -0.13, 25),
            }, FilterTargets.None));
}
