using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Desk;

/// <summary>What the desk's pages of the journal have in common.</summary>
static class EntryDesk
{
    /// <summary>How the text is written, for who has not heard of Markdown.</summary>
    public const string BodyHint = "In Markdown: an empty line between paragraphs, **bold**, *italic*, - before each line of a list, "
        + "## before a heading, [words](https://example.org) for a link, with the whole address. "
        + "A line with ![](2) and nothing else shows the second of its pictures there; pictures are added once it is saved.";

    /// <summary>An entry that the organiser may edit, with all that its form shows; null where there is none.</summary>
    public static Task<JournalEntry?> FindEntryAsync(
        this ScreeningsDb db, Organiser organiser, string slug, CancellationToken cancellationToken) =>
        db.Journal.EditableBy(organiser).WithSlug(slug).Include(e => e.Author).Include(e => e.Tags).Include(e => e.Translations)
            .Include(e => e.Subjects).ThenInclude(s => s.Film).Include(e => e.Subjects).ThenInclude(s => s.Person)
            .Include(e => e.Subjects).ThenInclude(s => s.Series).Include(e => e.Subjects).ThenInclude(s => s.Screening)
            .Include(e => e.Subjects).ThenInclude(s => s.Venue).AsSplitQuery().SingleOrDefaultAsync(cancellationToken);

    /// <summary>'Scheduled for 3 December 2026, 09:00 UTC'.</summary>
    public static string Status(EntryStatus status, Instant? scheduledFor, Instant? publishedAt) => status switch
    {
        EntryStatus.Scheduled => $"Scheduled for {UtcMoment.Format(scheduledFor!.Value)}",
        EntryStatus.Published => $"Published {UtcMoment.Format(publishedAt!.Value)}",
        EntryStatus.Withdrawn => "Withdrawn",
        _ => "Draft",
    };
}
