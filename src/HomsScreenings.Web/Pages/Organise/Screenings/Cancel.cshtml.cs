using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Calls a screening off.</summary>
public sealed class CancelModel(CurrentScreening current) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.StatusRefusal;

    public void OnGet() => Input.Version = Act.Screening.Version;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Act.AnswerAsync(this, Input, Refusal,
        s => s.Status == ScreeningStatus.Cancelled && s.StatusReason == Input.Reason,
        s => s.Cancel(Input.Reason),
        "Cancelled. Page, lists and calendars say so.", cancellationToken);
}
