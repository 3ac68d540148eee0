using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>Whether one is told by email that comments wait.</summary>
public sealed class EmailsModel(ScreeningsDb db) : PageModel
{
    public bool WantsThem { get; private set; }

    IQueryable<User> Own => db.Users.Where(u => u.Id == Sessions.AccountOf(User));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        WantsThem = await Own.Select(u => u.WantsCommentDigests).SingleOrDefaultAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? wanted, CancellationToken cancellationToken)
    {
        var wants = wanted == "yes";
        await Own.ExecuteUpdateAsync(s => s.SetProperty(u => u.WantsCommentDigests, wants), cancellationToken);
        return this.Done(wants ? "You are told when comments wait." : "You are told no more.", "/account/emails");
    }
}
