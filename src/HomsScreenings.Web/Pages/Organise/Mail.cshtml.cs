using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Mail;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>The outbox, for administrators alone: it says who was written to.</summary>
public sealed class MailModel(
    ScreeningsDb db, CurrentOrganiser desk, MailOptions options,
    LetterComposers composers, LetterPost post, SiteAddress address, TimeProvider clock)
    : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<OutboxLine> Mails { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);
    /// <summary>Only those in this state; null for all.</summary>
    public OutboxState? Shown { get; private set; }
    public bool IsConfigured => options.IsConfigured;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!desk.Value.IsAdministrator) return NotFound();
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        if (!TryReadState(Request.Query["show"], out var shown))
            return this.Wrong(["The list shows mails that are waiting, sent or not-sent."]);
        (Number, Shown) = (number, shown);
        var now = clock.Now();
        var wanted = shown is { } state ? db.Outbox.In(state, now) : db.Outbox;
        Total = await wanted.CountAsync(cancellationToken);
        var rows = await wanted.AsNoTracking().Include(m => m.Tries.OrderBy(t => t.Id))
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
            .Skip(number.Skip(PageSize)).Take(PageSize).ToListAsync(cancellationToken);
        var letters = await composers.ReadAsync(db, rows, cancellationToken);
        Mails = [.. rows.Select(m => LineOf(m, letters.GetValueOrDefault(m.Id), now))];
        return Page();
    }

    OutboxLine LineOf(OutboxMessage mail, PendingLetter? letter, Instant now) => OutboxLine.Of(mail, composers.LabelOf(mail.Kind), letter,
        post.Site(address.Base(Request), letter?.Language ?? Language.English), IsConfigured, now);

    /// <summary>The address of this list with other mails or another page of it.</summary>
    public static string Address(OutboxState? shown, int page = 1)
    {
        string?[] query = [shown is { } state ? $"show={Word(state)}" : null, page > 1 ? $"page={page}" : null];
        var asked = string.Join('&', query.Where(q => q is not null));
        return asked.Length > 0 ? $"/organise/mail?{asked}" : "/organise/mail";
    }

    static string Word(OutboxState state) => state == OutboxState.NotSent ? "not-sent" : state.ToString().ToLowerInvariant();

    static bool TryReadState(string? query, out OutboxState? state)
    {
        state = Enum.GetValues<OutboxState>().Where(s => Word(s) == query).Cast<OutboxState?>().SingleOrDefault();
        return state is not null || string.IsNullOrEmpty(query);
    }
}
