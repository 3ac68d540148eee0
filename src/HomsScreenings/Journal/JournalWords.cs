using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Journal;

/// <summary>How entries of the journal are told.</summary>
public static class JournalWords
{
    public static string Label(EntryKind kind) => kind switch
    {
        EntryKind.Review => T("Review"),
        EntryKind.Article => T("Article"),
        EntryKind.News => T("News"),
        _ => T("Newsletter"),
    };

    /// <summary>'4 out of 5 stars', '8 out of 10'.</summary>
    public static string Rating(int rating, RatingScale scale) => scale == RatingScale.FiveStars
        ? N(rating, "{0} star out of {1}", "{0} stars out of {1}", Number(JournalEntry.BestOf(scale)))
        : T("{0} out of {1}", Number(rating), Number(JournalEntry.BestOf(scale)));

    /// <summary>'Socialist Worker, no. 2293, 8 March 2012'; null where nothing is known.</summary>
    public static string? Origin(EntryOrigin origin)
    {
        var said = Listed(origin.Publication, origin.Issue is { } issue ? T("no. {0}", issue) : null,
            origin.On is { } on ? DateWords.Format(on, T("d MMMM uuuu")) : null);
        return said.Length > 0 ? said : null;
    }

    /// <summary>'30 November 2026': the day on which the public first saw it, as UTC counts days.</summary>
    public static string Day(Instant at) => DateWords.Format(at.InUtc().Date, T("d MMMM uuuu"));
}
