using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Moves a screening out of the room into the net.</summary>
public sealed class MoveOnlineModel(CurrentScreening current) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.StatusRefusal;

    public void OnGet() => Input.Version = Act.Screening.Version;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Act.AnswerAsync(this, Input, Refusal,
        s => s.Status == ScreeningStatus.MovedOnline && (s.OnlineUrl, s.StatusReason) == (Input.OnlineUrl, Input.Reason),
        s => s.MoveOnline(Input.OnlineUrl, Input.Reason),
        "Moved online. Page, lists and calendars say so.", cancellationToken);
}
