using HomsScreenings.Comments;
using HomsScreenings.Journal;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Feeds;

/// <summary>A screening or an entry of the journal as news: announced, or changed.</summary>
/// <param name="Uid">One for life; of a screening the same as in calendars.</param>
/// <param name="Title">With the mark of its status.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="Url">The whole address of its page.</param>
/// <param name="PublishedAt">When the public first saw it.</param>
/// <param name="UpdatedAt">When it was itself last changed; that its film or venue was is no news of it.</param>
/// <param name="Categories">Terms for machines, each with its words for people.</param>
public sealed record NewsEntry(
    string Uid, string Title, string Summary, string Url, Instant PublishedAt,
    Instant UpdatedAt, IReadOnlyList<(string Term, string Label)> Categories)
{
    /// <summary>Who wrote it; null where that is who publishes the feed.</summary>
    public string? Author { get; init; }

    /// <summary>The BCP 47 tag of the title, where that is not the language of the feed.</summary>
    public string? TitleLanguage { get; init; }

    /// <param name="entry">An entry that is public.</param>
    /// <param name="baseAddress">The site's address, without a slash at the end.</param>
    public static NewsEntry Of(EntryCard entry, string baseAddress) => new(
        FormattableString.Invariant($"journal-{entry.Id}"), entry.Title,
        string.Join('\n', new[] { entry.StandfirstText?.Text, JournalWords.Origin(entry.Origin), entry.Origin.Url }.OfType<string>()),
        baseAddress + Language.Current.Path($"/journal/{entry.Slug}"), entry.PublishedAt, entry.ChangedAt,
        [(entry.Kind.ToString().ToLowerInvariant(), JournalWords.Label(entry.Kind))])
    { TitleLanguage = entry.TitleLanguage, Author = entry.AuthorName ?? entry.OrganisationName };

    /// <param name="comment">A comment that is public.</param>
    /// <param name="page">The whole address of the page on which it stands.</param>
    public static NewsEntry Of(CommentLine comment, string page) => new(
        FormattableString.Invariant($"comment-{comment.Id}"), T("Comment by {0}", comment.Name ?? T("Somebody")), comment.Text ?? "",
        FormattableString.Invariant($"{page}#comment-{comment.Id}"), comment.At, comment.ChangedAt, [])
    { Author = comment.Name ?? T("Somebody") };

    /// <param name="card">A screening that is public.</param>
    /// <param name="baseAddress">The site's address, without a slash at the end.</param>
    public static NewsEntry Of(ScreeningCard card, string baseAddress) => new(
        card.Uid, card.NewsTitle, string.Join('\n', card.DescriptionLines()),
        baseAddress + Language.Current.Path($"/screenings/{card.Slug}"),
        card.PublishedAt ?? card.CreatedAt, card.ChangedAt,
        [.. card.Films.Select(f => (f.Slug, f.Title)), .. card is { SeriesSlug: { } slug, SeriesTitle: { } series } ? [(slug, series)]
            : Array.Empty<(string, string)>()])
    { TitleLanguage = card.NewsTitle == card.Heading ? card.HeadingLanguage : null };
}

/// <summary>What a news feed says of itself.</summary>
/// <param name="Title">How the reader's program lists it.</param>
/// <param name="Subtitle">One sentence: what is in it.</param>
/// <param name="Author">Who publishes it.</param>
/// <param name="Self">The whole address of the feed, by which it is known (RFC 4287, 4.2.6).</param>
/// <param name="Url">The whole address of the page that shows the same.</param>
/// <param name="Language">In which it is written: a BCP 47 tag.</param>
/// <param name="Page">Which part of it this is, the newest being 1.</param>
/// <param name="HasNext">Whether there is an older part.</param>
public sealed record NewsFeed(string Title, string Subtitle, string Author, string Self, string Url, string Language = "en",
    int Page = 1, bool HasNext = false)
{
    /// <summary>The whole address of a part.</summary>
    public string AddressOf(int page) =>
        page == 1 ? Self : FormattableString.Invariant($"{Self}{(Self.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}");
}
