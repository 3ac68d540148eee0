using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>Asks to be written to about the programme or a part of it: one form, no account, no cookie.</summary>
public sealed class NewModel(ScreeningsDb db, SubscriptionSignUp subscriptions, FormToken tokens, GuestLimits limits, TimeProvider clock)
    : PublicFormPage(tokens)
{
    const string Form = "subscription";

    [BindProperty]
    public SubscriptionInput Input { get; set; } = new();

    public ScreeningFilter Filter { get; private set; } = ScreeningFilter.None;
    /// <summary>What would be followed, in words.</summary>
    public string Followed { get; private set; } = "";

    public NewsletterOffer Offer => new(Filter);

    /// <summary>A path of this site with the filter.</summary>
    public string With(string path) => Filter.ToQuery() is { Length: > 0 } query ? $"{path}?{query}" : path;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ?? Open(Input, Form);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } wrong) return wrong;
        ReadToken(Input, Form);
        if (!ModelState.IsValid) return Again(Input);
        // To whom too much was written already nothing is, and that too is told to their own mailbox alone.
        if (limits.TryWriteTo(Input.Email!))
            await subscriptions.AskAsync(
                Input.Email!, Filter.ToQuery(), Input.Choice.Chosen(Offer), Language.Current.Tag, cancellationToken);
        return this.SeeOther("/subscribe/sent");
    }

    async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        var (asked, problems) = await AskedFilter.FindAsync(db, Request.Query, clock, cancellationToken);
        if (asked is null) return this.Wrong(problems);
        (Filter, Followed) = (asked.Filter, asked.Words ?? SubscriptionWords.Everything);
        return null;
    }
}
