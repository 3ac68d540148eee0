using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>What an entry of the journal is.</summary>
public enum EntryKind { Review, Article, News, Newsletter }

/// <summary>How far an entry is on its way to the public, and back.</summary>
public enum EntryStatus { Draft, Scheduled, Published, Withdrawn }

/// <summary>On which scale a review rates: out of five or ten.</summary>
public enum RatingScale { FiveStars, TenPoints }

/// <summary>
/// An entry of the journal: a review, an article or news, written for here, or standing elsewhere. Of what stands elsewhere there
/// is an excerpt at most, and the link.
/// </summary>
public sealed class JournalEntry : IPictured, IOwned
{
    public const int MaxBody = 100_000, MaxStandfirst = 600, MaxExcerpt = 1_000;

    public int Id { get; private set; }
    public required string Slug { get; set; }
    public required EntryKind Kind { get; set; }
    public required string Title { get; set; }
    /// <summary>What stands under the title: a sentence or two that say what it is about.</summary>
    public string? Standfirst { get; set; }
    /// <summary>In Markdown; of what stands elsewhere an excerpt of <see cref="MaxExcerpt"/> characters at most.</summary>
    public string? Body { get; set; }
    /// <summary>BCP 47 tag of the texts that stand here; other languages have their <see cref="Translations"/>.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;

    /// <summary>Who wrote it, where that is a person with a page here.</summary>
    public int? AuthorId { get; set; }
    public Person? Author { get; set; }
    /// <summary>As whom they signed, where that is not the name of the person, or there is none.</summary>
    public string? Byline { get; set; }
    /// <summary>What the author does: 'campaign manager for Syria'.</summary>
    public string? AuthorNote { get; set; }

    /// <summary>Where it first appeared: 'Socialist Worker'; null for what was written for here.</summary>
    public string? Publication { get; set; }
    /// <summary>Its issue: '2408'.</summary>
    public string? Issue { get; set; }
    /// <summary>When it first appeared there; null where nobody knows.</summary>
    public LocalDate? AppearedOn { get; set; }
    /// <summary>Where all of it stands; null for what stands here.</summary>
    public string? OriginalUrl { get; set; }

    /// <summary>How good its author finds it, out of <see cref="BestRating"/>; null where a review does not say.</summary>
    public int? Rating { get; set; }
    public RatingScale RatingScale { get; set; }
    public int BestRating => BestOf(RatingScale);

    /// <summary>The most that a scale has.</summary>
    public static int BestOf(RatingScale scale) => scale == RatingScale.FiveStars ? 5 : 10;

    /// <summary>Words under which it can be found with others of its kind, as they were typed.</summary>
    public List<EntryTag> Tags { get; } = [];
    /// <summary>What it is about, in order.</summary>
    public List<EntrySubject> Subjects { get; } = [];

    public EntryStatus Status { get; private set; }
    /// <summary>When it is to be published; only where it is scheduled.</summary>
    public Instant? ScheduledFor { get; private set; }
    /// <summary>When the public first saw it; it keeps that when it is withdrawn.</summary>
    public Instant? PublishedAt { get; private set; }
    /// <summary>When it was last corrected with a note.</summary>
    public Instant? CorrectedAt { get; private set; }
    /// <summary>What was corrected: 'An earlier version named the wrong cinema.'</summary>
    public string? Correction { get; private set; }
    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawalReason { get; private set; }

    static readonly Rule<Func<JournalEntry, bool>> PublicRule = new(e => e.Status == EntryStatus.Published);

    [Rule(nameof(PublicRule))]
    public bool IsPublic => PublicRule.Run(this);

    public int? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
    public List<Picture> Pictures { get; } = [];
    public PictureFile? MainPicture { get; set; }
    public List<JournalEntryTranslation> Translations { get; } = [];
    public List<EntryRevision> Revisions { get; } = [];
    /// <summary>Its comments; null where it was never opened to any.</summary>
    public Discussion? Discussion { get; private set; }
    /// <summary>Its way to subscribers by email; null where it is not sent.</summary>
    public Mailing? Mailing { get; private set; }

    static readonly Rule<Func<JournalEntry, string, string>> TitleRule = new((e, language) =>
        e.Translations.In(language, t => t.Title) ?? e.Title);

    /// <summary>The title in the language that is spoken, where it has one there.</summary>
    [Rule(nameof(TitleRule))]
    public string TitleIn(string language) => TitleRule.Run(this, language);

    /// <summary>Shows it to the public, from now on.</summary>
    public void Publish(Instant now)
    {
        (Status, ScheduledFor, WithdrawalReason) = (EntryStatus.Published, null, null);
        PublishedAt ??= now;
    }

    /// <summary>Has it published at a time to come.</summary>
    /// <exception cref="InvalidOperationException">The public has seen it, or the time is not to come.</exception>
    public void Schedule(Instant at, Instant now)
    {
        if (PublishedAt is not null) throw new InvalidOperationException("What was public once is not scheduled.");
        if (at <= now) throw new InvalidOperationException("The time is not to come.");
        (Status, ScheduledFor) = (EntryStatus.Scheduled, at);
    }

    /// <summary>Makes a draft again of what is scheduled.</summary>
    public void Unschedule()
    {
        if (Status == EntryStatus.Scheduled) (Status, ScheduledFor) = (EntryStatus.Draft, null);
    }

    /// <summary>Says what was corrected in what the public has seen.</summary>
    public void Correct(string note, Instant now) => (Correction, CorrectedAt) = (note, now);

    /// <summary>Takes it from the public. Its address says that it was withdrawn, and why.</summary>
    public void Withdraw(string? reason)
    {
        if (Status == EntryStatus.Published) (Status, WithdrawalReason) = (EntryStatus.Withdrawn, reason);
    }

    public void SetTags(IEnumerable<string> wanted) =>
        Tags.SetParts(wanted.DistinctBy(name => SearchKey.Of(name)).Select(name => new EntryTag { Name = name }),
            (t, i) => t.Position = i, t => (t.Name, t.Position));

    public void SetSubjects(IEnumerable<EntrySubject> wanted) =>
        Subjects.SetParts(wanted, (s, i) => s.Position = i, s => (s.Of, s.Position));

    public void SetTranslations(IEnumerable<JournalEntryTranslation> wanted) =>
        Translations.SetTranslations(TextLanguage, wanted, w => (w.Language, w.Title, w.Standfirst, w.Body));
}
