using HomsScreenings.Accounts;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Mail;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>Makes the link of a mail to an account, for an administrator who hands it on where no mail leaves. It is shown once.</summary>
[ResponseCache(NoStore = true)]
public sealed class MailLinkModel(
    ScreeningsDb db, CurrentOrganiser desk, LetterComposers composers, LetterPost post, SiteAddress address, ISecurityEvents events,
    TimeProvider clock) : PageModel
{
    public string Kind { get; private set; } = "";
    public string To { get; private set; } = "";
    /// <summary>What the mail says, with the link that has just been made; null where none has.</summary>
    public Letter? Letter { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } pending) return NotFound();
        if (TempData[KeyOf(id)] is string secret) Letter = pending.Write(post.Site(address.Base(Request), pending.Language), secret);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } pending) return NotFound();
        TempData[KeyOf(id)] = await post.IssueAsync(pending.Token!, cancellationToken);
        await events.AddAsync(
            SecurityEventKind.MailLinkShown, (pending as PasswordResetLetter)?.AccountId, desk.Value.UserId, cancellationToken);
        return RedirectToPage();
    }

    async Task<PendingLetter?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (!desk.Value.IsAdministrator) return null;
        var message = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.SentAt == null, cancellationToken);
        if (message is null) return null;
        var pending = (await composers.ReadAsync(db, [message], cancellationToken)).GetValueOrDefault(id);
        if (pending is not { CanBeHandedOn: true, Recipient: { } recipient } || pending.WhyNot(clock.Now()) is not null) return null;
        (Kind, To) = (composers.LabelOf(message.Kind), recipient);
        return pending;
    }

    static string KeyOf(int id) => $"link of mail {id}";
}
