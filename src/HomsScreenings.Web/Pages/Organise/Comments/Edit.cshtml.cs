using System.ComponentModel.DataAnnotations;
using HomsScreenings.Comments;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Comments;

/// <summary>Decides on one comment, changes it with a note, or blocks the address that it came from.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk, CommentModeration moderation) : PageModel
{
    [BindProperty, Display(Name = "Text"), DataType(DataType.MultilineText), AtMost(Comment.MaxText)]
    public string? Text { get; set; }

    [BindProperty, Display(Name = "Note"), AtMost(Lengths.Line)]
    public string? Note { get; set; }

    public Comment Comment { get; private set; } = null!;
    public DeskComment Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        (Text, Note) = (Comment.Text, Comment.ModeratorNote);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        if (CommentDesk.Decision(act) is var (state, done))
        {
            await moderation.DecideAsync(Comment, state, cancellationToken);
            return this.Done(done, "/organise/comments");
        }
        if (act == "block")
        {
            await moderation.BlockAsync(Comment, desk.Value.UserId, cancellationToken);
            return this.Done("Blocked: no comment is taken from that address.", $"/organise/comments/{id}");
        }
        if (Text is null) ModelState.AddModelError(nameof(Text), "A comment without a text is none: decline it instead.");
        if (Note is null) ModelState.AddModelError(nameof(Note), "Say what you changed: the public reads it.");
        if (!ModelState.IsValid) return this.Again();
        await moderation.EditAsync(Comment, Text!, Note!, cancellationToken);
        return this.Done("Saved, with your note.", $"/organise/comments/{id}");
    }

    async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        var found = db.Comments.ModeratedBy(desk.Value).Where(c => c.Id == id);
        if (await found.SingleOrDefaultAsync(cancellationToken) is not { } comment) return false;
        (Comment, Shown) = (comment, await found.Select(DeskComment.Of).SingleAsync(cancellationToken));
        return true;
    }
}
