using HomsScreenings.Journal;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Journal;

/// <summary>How entries of the journal are told.</summary>
public sealed class JournalWordsTests
{
    [Theory]
    [InlineData(1, RatingScale.FiveStars, "1 star out of 5")]
    [InlineData(0, RatingScale.FiveStars, "0 stars out of 5")]
    [InlineData(8, RatingScale.TenPoints, "8 out of 10")]
    public void A_rating_says_its_scale(int rating, RatingScale scale, string words) =>
        Assert.Equal(words, JournalWords.Rating(rating, scale));

    [Fact]
    public void Where_it_first_appeared_is_told_as_far_as_known()
    {
        Assert.Null(JournalWords.Origin(new EntryOrigin(null, null, null, "https://example.org")));
        Assert.Equal("Socialist Worker, no. 2293, 10 March 2012",
            JournalWords.Origin(new EntryOrigin("Socialist Worker", "2293", new LocalDate(2012, 3, 10), null)));
        Assert.Equal("Socialist Worker", JournalWords.Origin(new EntryOrigin("Socialist Worker", null, null, null)));
    }

    [Fact]
    public void A_published_entry_is_not_scheduled_and_a_time_that_is_over_is_none_to_come()
    {
        var (now, entry) = (Instant.FromUtc(2026, 6, 1, 10, 0), new JournalEntry { Slug = "e", Title = "E", Kind = EntryKind.News });
        Assert.Throws<InvalidOperationException>(() => entry.Schedule(now, now));
        entry.Schedule(now + Duration.FromHours(1), now);
        Assert.Equal((EntryStatus.Scheduled, false), (entry.Status, entry.IsPublic));
        entry.Publish(now);
        Assert.Throws<InvalidOperationException>(() => entry.Schedule(now + Duration.FromHours(1), now));
        entry.Withdraw("Why");
        Assert.Equal((EntryStatus.Withdrawn, now), (entry.Status, entry.PublishedAt));
    }
}
