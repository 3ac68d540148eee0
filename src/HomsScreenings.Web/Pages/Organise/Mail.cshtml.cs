using HomsScreenings.Mail;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>The outbox, for administrators alone: it holds links that open accounts.</summary>
public sealed class MailModel(ScreeningsDb db, CurrentOrganiser desk, MailOptions options, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<OutboxMessage> Mails { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);
    public bool IsConfigured => options.IsConfigured;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!desk.Value.IsAdministrator) return NotFound();
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        Number = number;
        Total = await db.Outbox.CountAsync(cancel);
        Mails = await db.Outbox.AsNoTracking().OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
            .Skip(number.Skip(PageSize)).Take(PageSize).ToListAsync(cancel);
        return Page();
    }

    /// <summary>What became of a mail, in words.</summary>
    public string State(OutboxMessage mail)
    {
        var tries = mail.Attempts == 1 ? "1 try" : $"{mail.Attempts} tries";
        if (mail.SentAt is { } sent) return $"Sent on {sent.ToString("uuuu-MM-dd HH:mm", null)} UTC, after {tries}";
        if (mail.CreatedAt <= clock.Now() - Outbox.GivesUpAfter) return $"Given up after {tries}; what it holds is out of date";
        if (!options.IsConfigured) return "Kept here: no mail server is set";
        return mail.Attempts == 0 ? "Waits to be sent" : $"Waits after {tries}; next at {mail.DueAt.ToString("uuuu-MM-dd HH:mm", null)} UTC";
    }
}
