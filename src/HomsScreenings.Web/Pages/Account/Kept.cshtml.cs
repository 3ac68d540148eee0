using HomsScreenings.Model;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>Offers what somebody typed at the desk while they were being signed out: to save it, or to throw it away.</summary>
[ResponseCache(NoStore = true)]
public sealed class KeptModel(KeptForms forms) : PageModel
{
    public KeptForm Form { get; private set; } = null!;
    public bool IsSomebodyElses { get; private set; }
    public IReadOnlyList<KeyValuePair<string, string>> Fields => KeptForms.FieldsOf(Form);
    public string Address => KeptForms.AddressOf(Form.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || IsSomebodyElses) return NotFound();
        await forms.DiscardAsync(id, Form.UserId, cancellationToken);
        return this.Done("It is thrown away.", "/organise");
    }

    async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(id, cancellationToken) is not { } form) return false;
        Form = form;
        IsSomebodyElses = Sessions.AccountOf(User) != form.UserId;
        return true;
    }
}
