using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Takes a screening off its date, to a later one that is not known yet.</summary>
public sealed class PostponeModel(CurrentScreening current) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.StatusRefusal;

    public void OnGet() => Input.Version = Act.Screening.Version;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Act.AnswerAsync(this, Input, Refusal,
        s => s.Status == ScreeningStatus.Postponed && s.StatusReason == Input.Reason,
        s => s.Postpone(Input.Reason),
        "Postponed. Page, lists and calendars say so.", cancellationToken);
}
