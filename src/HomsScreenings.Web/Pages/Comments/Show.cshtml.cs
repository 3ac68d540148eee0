using System.ComponentModel.DataAnnotations;
using HomsScreenings.Comments;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Comments;

/// <summary>The page of whoever wrote a comment: sends, corrects and deletes it.</summary>
public sealed class ShowModel(ScreeningsDb db, CommentSubmission comments, TimeProvider clock) : PageModel
{
    [BindProperty, DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    public string Token { get; private set; } = "";
    public Comment Comment { get; private set; } = null!;
    public DiscussionCard About { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public bool IsCorrectable { get; private set; }

    public CommentLine Line => new(
        Comment.Id, Comment.Name, Comment.Text, Comment.Language, Comment.SentAt ?? Comment.WrittenAt,
        Comment.ChangedAt ?? Comment.WrittenAt, Comment.ModeratorNote);

    /// <summary>Where it stands. That it was taken for spam is not told: it would be sent again in other words.</summary>
    public string StateSentence => Comment.State switch
    {
        CommentState.Unconfirmed when !IsOpen => T("Comments were closed before you sent yours, so it cannot be taken any more."),
        CommentState.Unconfirmed => T("Not sent yet: press the button to send it."),
        CommentState.Accepted when !About.IsPublic => T("What you commented on is not public at present, so nobody reads your comment."),
        CommentState.Accepted => T("Your comment is public."),
        CommentState.Declined => T("The moderators did not publish your comment."),
        _ => T("Thank you. A moderator reads your comment before it is public."),
    };

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } missing) return missing;
        Text = Comment.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? act, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } missing) return missing;
        switch (act)
        {
            case "send":
                await comments.SendAsync(Comment.Id, About, cancellationToken);
                return this.SeeOther($"/comments/{token}");
            case "remove":
                await comments.RemoveAsync(Comment.Id, cancellationToken);
                return this.SeeOther("/comments/removed");
            case "correct" when CommentInput.WrongText(Text) is { } wrong:
                ModelState.AddModelError(nameof(Text), wrong);
                return this.Again();
            case "correct" when await comments.CorrectAsync(Comment.Id, Text!, About, cancellationToken):
                return this.SeeOther($"/comments/{token}");
            default:
                ModelState.AddModelError("", T("The hour for corrections is over; you can still delete the comment."));
                return this.Again();
        }
    }

    async Task<IActionResult?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var id = await db.Tokens.Behind(token, TokenPurpose.Comment, now).Select(t => (int?)t.Subject)
            .SingleOrDefaultAsync(cancellationToken);
        var comment = id is null ? null : await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        var about = comment is null ? null : await db.Discussions.Where(d => d.Id == comment.DiscussionId).Select(DiscussionCard.At(now))
            .SingleOrDefaultAsync(cancellationToken);
        if (about is null || comment is null)
        {
            HttpContext.Explain(T("No comment is behind this link. It may be cut off or mistyped, or the comment was deleted, or not sent within two days."));
            return NotFound();
        }
        (Token, Comment, About) = (token, comment, about);
        (IsOpen, IsCorrectable) = (about.IsOpenAt(now), comment.IsCorrectable(now));
        return null;
    }
}
