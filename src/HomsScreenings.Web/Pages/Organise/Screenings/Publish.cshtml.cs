using HomsScreenings.Desk;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Shows a screening to the public, after a last look at what is missing and what it clashes with.</summary>
public sealed class PublishModel(ScreeningsDb db, CurrentOrganiser desk, CurrentScreening current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.PublishingRefusal;
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Version = Act.Screening.Version;
        Clashes = await db.ClashesOfAsync(Act.Screening, desk.Value, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await Act.AnswerAsync(this, Input, null, s => s.IsPublic, s => s.Publish(clock.Now()),
            "Published: everybody can see it now.", cancellationToken);
        if (answer is PageResult) Clashes = await db.ClashesOfAsync(Act.Screening, desk.Value, cancellationToken);
        return answer;
    }
}
