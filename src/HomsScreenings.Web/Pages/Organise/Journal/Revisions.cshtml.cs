using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>A revision as the list names it.</summary>
public sealed record RevisionLine(int Number, Instant At, string? Who);

/// <summary>The texts of an entry as they were: two of them compared, and one brought back.</summary>
public sealed class RevisionsModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const int MaxListed = 200;

    public JournalEntry Entry { get; private set; } = null!;
    public IReadOnlyList<RevisionLine> Revisions { get; private set; } = [];
    public int? From { get; private set; }
    public int? To { get; private set; }
    public IReadOnlyList<(string Field, IReadOnlyList<DiffPiece> Lines)> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int? from, int? to, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        To = to ?? (Revisions.Count > 0 ? Revisions[0].Number : null);
        From = from ?? Revisions.FirstOrDefault(r => r.Number < To)?.Number;
        if (From is not { } earlier || To is not { } later) return Page();
        if (await TextsAsync(earlier, cancellationToken) is not { } before || await TextsAsync(later, cancellationToken) is not { } after)
            return this.Wrong(["There is no such revision."]);
        Changes = [.. Compare(before, after)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        if (await TextsAsync(number, cancellationToken) is not { } texts) return this.Wrong(["There is no such revision."]);
        var own = texts[0];
        (Entry.Title, Entry.Standfirst, Entry.Body, Entry.TextLanguage) = (own.Title!, own.Standfirst, own.Body, own.Language);
        Entry.SetTranslations(texts.Skip(1).Select(t =>
            new JournalEntryTranslation { Language = t.Language, Title = t.Title, Standfirst = t.Standfirst, Body = t.Body }));
        return await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved
            ? this.Done($"The texts of revision {number} are back.", $"/organise/journal/{Entry.Slug}/edit")
            : this.Overtaken(RecordForm.ChangedMeanwhile);
    }

    static IEnumerable<(string, IReadOnlyList<DiffPiece>)> Compare(IReadOnlyList<EntryTexts> before, IReadOnlyList<EntryTexts> after)
    {
        foreach (var language in before.Concat(after).Select(t => t.Language).Distinct())
        {
            var (old, present) = (before.FirstOrDefault(t => t.Language == language), after.FirstOrDefault(t => t.Language == language));
            foreach (var (field, was, now) in new[]
            {
                ("Title", old?.Title, present?.Title), ("Standfirst", old?.Standfirst, present?.Standfirst),
                ("Text", old?.Body, present?.Body),
            })
                if (was != now)
                    yield return ($"{field}, {Text.LanguageTags.Name(language)}", InlineDiffBuilder.Diff(was ?? "", now ?? "").Lines);
        }
    }

    async Task<IReadOnlyList<EntryTexts>?> TextsAsync(int number, CancellationToken cancellationToken) =>
        await db.EntryRevisions.SingleOrDefaultAsync(r => r.EntryId == Entry.Id && r.Number == number, cancellationToken) is { } revision
            ? EntryTexts.Read(revision) : null;

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Journal.EditableBy(desk.Value).WithSlug(slug).Include(e => e.Translations)
            .SingleOrDefaultAsync(cancellationToken) is not { } entry) return false;
        Entry = entry;
        Revisions = await db.EntryRevisions.Where(r => r.EntryId == entry.Id).OrderByDescending(r => r.Number).Take(MaxListed)
            .Select(r => new RevisionLine(r.Number, r.At, db.Users.Where(u => u.Id == r.UserId).Select(u => u.Email).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return true;
    }
}
