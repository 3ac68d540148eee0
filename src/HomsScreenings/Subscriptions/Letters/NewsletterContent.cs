using System.Linq.Expressions;
using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>What a newsletter says, as its entry stands now and in the language that is spoken.</summary>
sealed record NewsletterContent
{
    public required string Slug { get; init; }
    public required bool IsPublic { get; init; }
    public required LocalizedText? TitleText { get; init; }
    public required LocalizedText? StandfirstText { get; init; }
    public required LocalizedText? BodyText { get; init; }
    public required EntryOrigin Origin { get; init; }
    public required string? Author { get; init; }
    public required int? OrganisationId { get; init; }
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required LocalizedText? DisclaimerText { get; init; }
    public required bool HasPictures { get; init; }
    public required List<string> Films { get; init; }
    /// <summary>Where the films that it is about are shown next.</summary>
    public IReadOnlyList<ScreeningCard> Next { get; init; } = [];

    static readonly Expression<Func<JournalEntry, NewsletterContent>> Of = e => new NewsletterContent
    {
        Slug = e.Slug,
        IsPublic = e.IsPublic,
        TitleText = e.TitleTextIn(Language.Current.Tag),
        StandfirstText = e.StandfirstIn(Language.Current.Tag),
        BodyText = LocalizedText.Of(e.Translations.In(Language.Current.Tag, w => w.Body), e.Body, e.TextLanguage),
        Origin = e.Origin(),
        Author = e.Byline ?? (e.Author!.IsPublic ? e.Author.NameIn(Language.Current.Tag) : null),
        OrganisationId = e.OrganisationId,
        OrganisationSlug = e.Organisation!.Slug,
        OrganisationName = e.Organisation.NameIn(Language.Current.Tag),
        DisclaimerText = LocalizedText.Of(e.Organisation.Translations.In(Language.Current.Tag, w => w.Disclaimer),
            e.Organisation.Disclaimer, e.Organisation.TextLanguage),
        HasPictures = e.Pictures.Any(),
        Films = e.Subjects.Where(s => s.Film!.IsPublic).OrderBy(s => s.Position).Select(s => s.Film!.Slug).ToList(),
    };

    /// <summary>Finds it; null where there is no such entry.</summary>
    public static async Task<NewsletterContent?> FindAsync(
        ScreeningsDb db, Expression<Func<JournalEntry, bool>> which, CancellationToken cancellationToken)
    {
        var found = await db.Journal.AsNoTracking().Where(which).Select(Of).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var next = await NextScreenings.OfAsync(db, found.Films, db.Now, cancellationToken);
        return found with { Next = [.. found.Films.Select(f => next.GetValueOrDefault(f)).OfType<ScreeningCard>().DistinctBy(c => c.Id)] };
    }
}
