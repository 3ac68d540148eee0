using HomsScreenings.Desk;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Takes back that a screening was cancelled, postponed or moved online.</summary>
public sealed class ReinstateModel(CurrentScreening current) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.ReinstatingRefusal;

    public void OnGet() => Input.Version = Act.Screening.Version;

    // What takes place as it is has been reinstated, perhaps by the first half of a double click.
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Act.AnswerAsync(this, Input, Act.Screening.StatusRefusal,
        s => s.IsPublic && s.ReinstatingRefusal is not null,
        s => s.Reinstate(),
        "Reinstated: it takes place where and when it stands.", cancellationToken);
}
