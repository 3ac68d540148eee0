using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions.Newsletters;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Desk;

/// <summary>How far an entry is on its way to the readers of its organisation's newsletter.</summary>
public sealed record MailingState
{
    /// <summary>The choice of all readers, whatever they read.</summary>
    public const string ToAll = "all";

    public required int EntryId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required EntryStatus Status { get; init; }
    public required Instant? ScheduledFor { get; init; }
    public required Instant? PublishedAt { get; init; }
    public required int? OrganisationId { get; init; }
    public required string? Organisation { get; init; }
    public required int? MailingId { get; init; }
    public required string? Language { get; init; }
    public required Instant? PlannedFor { get; init; }
    public required string? PlannedBy { get; init; }
    public required Instant? QueuedAt { get; init; }
    public required int? Recipients { get; init; }
    /// <summary>To whom it would go now; null where it has gone, or no organisation would send it.</summary>
    public NewsletterAudience? Audience { get; init; }
    /// <summary>What became of its mails; null before there are any.</summary>
    public MailingProgress? Progress { get; init; }

    public static async Task<MailingState?> FindAsync(
        IQueryable<JournalEntry> which, ScreeningsDb db, MailingPlan plan, Instant now, CancellationToken cancellationToken)
    {
        var found = await which.Select(e => new MailingState
        {
            EntryId = e.Id,
            Slug = e.Slug,
            Title = e.Title,
            Status = e.Status,
            ScheduledFor = e.ScheduledFor,
            PublishedAt = e.PublishedAt,
            OrganisationId = e.OrganisationId,
            Organisation = e.Organisation!.Name,
            MailingId = e.Mailing!.Id,
            Language = e.Mailing.Language,
            PlannedFor = e.Mailing.PlannedFor,
            PlannedBy = db.Users.Where(u => u.Id == e.Mailing.PlannedById).Select(u => u.Email).FirstOrDefault(),
            QueuedAt = e.Mailing.QueuedAt,
            Recipients = e.Mailing.Recipients,
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is { QueuedAt: not null, MailingId: { } mailing })
            return found with { Progress = await plan.ProgressAsync(mailing, cancellationToken) };
        return found is not { OrganisationId: { } organisation } ? found
            : found with { Audience = await NewsletterAudience.FindAsync(db, organisation, now, cancellationToken) };
    }

    public bool IsPlanned => MailingId is not null && QueuedAt is null;

    /// <summary>When somebody chose that it leaves; null where nobody did, for it leaves as soon as it may.</summary>
    public Instant? ChosenFor(Instant now) => PlannedFor is { } at && at > now + MailingPlan.CanBeCalledBackFor ? at : null;

    /// <summary>Of how many of its mails nothing is kept any more.</summary>
    public int Forgotten => Progress is { } known ? (Recipients ?? 0) - known.Sent - known.Waiting - known.NotSent : 0;

    public IEnumerable<SelectListItem> AudienceChoices => Audience is not { } audience ? []
        : audience.ByLanguage.Select(l => new SelectListItem($"Only those who read {l.Language.Name} ({l.Count})", l.Language.Tag))
            .Prepend(new SelectListItem($"All who take the newsletter ({audience.All})", ToAll));

    string To => Language is { } tag ? $"those who read {Text.Languages.Language.WithTag(tag).Name}" : "all who take the newsletter";

    /// <summary>What is to come, or what has been done.</summary>
    public string Sentence => this switch
    {
        { QueuedAt: { } at } => $"Sent from {UtcMoment.Format(at)} on, to {Recipients} addresses.",
        { PlannedFor: { } at, Status: EntryStatus.Published } => $"It goes to {To} on {UtcMoment.Format(at)}.",
        { PlannedFor: { } at, Status: EntryStatus.Scheduled } =>
            $"It goes to {To} on {UtcMoment.Format(Instant.Max(at, ScheduledFor!.Value))}, once the entry is published.",
        { PlannedFor: { } at } => $"It goes to {To} as soon as the entry is published, not before {UtcMoment.Format(at)}.",
        _ => "It is not sent by email so far.",
    };
}
