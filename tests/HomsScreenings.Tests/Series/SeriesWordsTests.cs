using HomsScreenings.Model;
using HomsScreenings.Series;
using NodaTime;

namespace HomsScreenings.Tests.Series;

public sealed class SeriesWordsTests
{
    static readonly LocalDate First = new(2014, 6, 6), Last = new(2014, 6, 20);

    [Fact]
    public void Either_end_may_be_open_and_one_day_is_said_once()
    {
        Assert.Equal("6 to 20 June 2014", SeriesWords.Dates(First, Last, 2014));
        Assert.Equal("6 June 2014", SeriesWords.Dates(First, First, 2014));
        Assert.Equal("From 6 June 2014; no last day is known", SeriesWords.Dates(First, null, 2014));
        Assert.Equal("Until 20 June 2014; the first day is not known", SeriesWords.Dates(null, Last, 2014));
    }

    [Fact]
    public void Without_a_day_the_year_is_said_and_without_a_year_that_nothing_is_known()
    {
        Assert.Equal("2014", SeriesWords.Dates(null, null, 2014));
        Assert.Equal("Dates not known", SeriesWords.Dates(null, null, null));
        Assert.Equal("6 to 20 June 2014", SeriesWords.Dates(null, null, null, (First, Last)));
    }

    [Fact]
    public void Every_kind_has_a_label_of_its_own()
    {
        var labels = Enum.GetValues<SeriesKind>().Select(SeriesWords.Label).ToList();
        Assert.Equal(labels.Count, labels.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("", labels);
    }
}
