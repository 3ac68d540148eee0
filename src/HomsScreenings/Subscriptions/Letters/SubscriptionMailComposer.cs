using System.Collections.Frozen;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>
/// Words the mails to subscribers. What a digest says is found once for all with the same filter, language and interval; of one that
/// has left it is not looked for again.
/// </summary>
public sealed class SubscriptionMailComposer : ILetterComposer
{
    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        [SubscriptionMailKind.Confirm] = "Asks to confirm a subscription",
        [SubscriptionMailKind.Again] = "Subscribed already",
        [SubscriptionMailKind.Full] = "No further subscription",
        [SubscriptionMailKind.Digest] = "What is new, to a subscriber",
        [SubscriptionMailKind.Newsletter] = "Newsletter, to a subscriber",
    }.ToFrozenDictionary();

    public string WhyGone => "The subscription was stopped.";

    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.SubjectId).Distinct().ToList();
        var subscriptions = await db.Subscriptions.AsNoTracking().Where(s => ids.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        var (letters, reading) = (new Dictionary<int, PendingLetter>(), new DigestReading(db));
        foreach (var message in messages)
            if (subscriptions.GetValueOrDefault(message.SubjectId) is { } subscription)
                letters[message.Id] = await LetterAsync(message, subscription, reading, cancellationToken);
        return letters;
    }

    static async Task<PendingLetter> LetterAsync(
        OutboxMessage message, Subscription subscription, DigestReading reading, CancellationToken cancellationToken)
    {
        var language = Language.WithTag(message.Language ?? subscription.Language);
        var isToSay = message.SentAt is null && subscription.IsActive && !(subscription.PausedUntil > reading.Now);
        var followed = await reading.FollowedAsync(subscription, language, cancellationToken);
        var words = language.Speaking(() =>
            message.Kind == SubscriptionMailKind.Confirm ? followed.WordsToStrangers : followed.Words);
        var newsletter = isToSay && message.Kind == SubscriptionMailKind.Newsletter
            ? await reading.NewsletterAsync(message.Detail ?? 0, language, cancellationToken) : null;
        return message.Kind switch
        {
            SubscriptionMailKind.Digest => new DigestLetter
            {
                Language = language,
                Recipient = subscription.Email,
                SubscriptionId = subscription.Id,
                Words = words,
                Content = isToSay ? await reading.ContentAsync(followed, language, DigestInterval.Of(message), cancellationToken) : null,
                PausedUntil = subscription.PausedUntil,
                IsStopped = subscription.StoppedAt is not null,
            },
            SubscriptionMailKind.Newsletter => new NewsletterLetter
            {
                Language = language,
                Recipient = subscription.Email,
                SubscriptionId = subscription.Id,
                Words = words,
                Content = newsletter,
                PausedUntil = subscription.PausedUntil,
                IsStopped = subscription.StoppedAt is not null,
                IsWanted = subscription.Newsletters,
                IsFollowed = followed.HasNewslettersOf(newsletter?.OrganisationId),
            },
            SubscriptionMailKind.Confirm => new SubscriptionConfirmLetter
            {
                Language = language,
                Recipient = subscription.Email,
                SubscriptionId = subscription.Id,
                Words = words,
                IsConfirmed = subscription.IsActive,
            },
            SubscriptionMailKind.Again => new SubscriptionAgainLetter
            {
                Language = language,
                Recipient = subscription.Email,
                SubscriptionId = subscription.Id,
                Words = words,
            },
            _ => new SubscriptionFullLetter
            {
                Language = language,
                Recipient = subscription.Email,
                SubscriptionId = subscription.Id,
                Words = words,
            },
        };
    }
}
