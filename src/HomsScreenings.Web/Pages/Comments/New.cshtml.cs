using System.Globalization;
using HomsScreenings.Bookings;
using HomsScreenings.Comments;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Comments;

/// <summary>Writes a comment, or a reply to one: one form, no account, no cookie.</summary>
public sealed class NewModel(ScreeningsDb db, CommentSubmission comments, FormToken tokens, GuestLimits limits, GuestOptions options,
    TimeProvider clock) : PublicFormPage(tokens)
{
    [BindProperty]
    public CommentInput Input { get; set; } = new();

    public DiscussionCard About { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    /// <summary>The comment to which it replies.</summary>
    public CommentLine? ReplyTo { get; private set; }
    public int KeepDays => options.KeepDays;

    string Form => $"comment/{About.Id}";

    public async Task<IActionResult> OnGetAsync(string? to, CancellationToken cancellationToken)
    {
        Input.To = to;
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (ReplyTo is null) Input.To = null;
        return Open(Input, Form);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        var key = ReadToken(Input, Form);
        if (Input.To is not null && ReplyTo is null)
        {
            Wrong(T("The comment to which you reply was removed. Send the form again, and yours stands by itself."));
            Input.To = null;
        }
        if (!ModelState.IsValid || !IsOpen) return Again(Input);
        if (!limits.TryWriteTo(Input.Email!))
        {
            Wrong(RefusalWords.TooManyMails, "Input.Email");
            return Again(Input);
        }
        var request = new CommentRequest(key, ReplyTo?.Id, Input.Name, Input.Email!, Input.Text!, Language.Current.Tag);
        var receipt = await comments.WriteAsync(About, request, cancellationToken);
        if (receipt != CommentReceipt.Taken) limits.WroteNothingTo(Input.Email!);
        if (receipt != CommentReceipt.OtherForm) return this.SeeOther("/comments/sent");
        RenewToken(Input, Form);
        Wrong(T("This form was sent before with something else in it, and the email for that leads there. If you want to send what is here now, send it again."));
        return Again(Input);
    }

    async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var (kind, slug, now) = ((string)RouteData.Values["kind"]!, (string)RouteData.Values["slug"]!, clock.Now());
        if (await db.DiscussionAsync(kind, slug, now, cancellationToken) is not { IsPublic: true } about) return false;
        (About, IsOpen) = (about, about.IsOpenAt(now));
        // A reply to a reply is one to the comment above it.
        if (int.TryParse(Input.To, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            ReplyTo = await db.Comments.Where(c => c.DiscussionId == about.Id && c.IsPublic && c.ParentId == null
                    && (c.Id == id || c.Replies.Any(r => r.Id == id && r.IsPublic)))
                .Select(CommentLine.Of).SingleOrDefaultAsync(cancellationToken);
        return true;
    }
}
