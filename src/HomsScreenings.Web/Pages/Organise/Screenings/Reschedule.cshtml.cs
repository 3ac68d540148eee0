using HomsScreenings.Desk;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Gives a screening another date or time than was announced.</summary>
public sealed class RescheduleModel(CurrentScreening current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RescheduleInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.StatusRefusal;

    public void OnGet() => Input = RescheduleInput.Of(Act.Screening);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Refusal is null)
        {
            this.AddProblems(Input.ProblemsFor(Act.Screening));
            var dates = Input.DatesOtherThan(Act.Screening.Date);
            this.AskAbout(Input, dates, nameof(Input.Date), Act.Screening.TimeZone, clock.Now());
        }
        return Act.AnswerAsync(this, Input, Refusal, Input.IsDoneIn, s => Input.ApplyTo(s, Input.Reason),
            "Rescheduled. Page, lists and calendars say so.", cancellationToken, looksTwice: true);
    }
}
