using HomsScreenings.Programme;
using HomsScreenings.Subscriptions;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>Which newsletters go with what is followed.</summary>
public sealed record NewsletterOffer(ScreeningFilter Filter)
{
    public bool IsThere => FollowedFilter.HasNewsletters(Filter);

    /// <summary>With everything nobody could say who would have the address.</summary>
    public bool CanShare => Filter.Organisations.Count > 0;

    public string Label => Filter.Organisations.Count switch
    {
        0 => T("Newsletters that organisations of this site write"),
        1 => T("The newsletter that the organisation writes"),
        _ => T("The newsletters that these organisations write"),
    };

    public string ShareLabel => Filter.Organisations.Count == 1 ? T("The organisation may have my email address")
        : T("These organisations may have my email address");

    public string ShareHint => T("Not needed for the newsletter. You can take it back at any time; what was handed over before is theirs then.");
}
