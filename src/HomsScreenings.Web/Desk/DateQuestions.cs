using System.ComponentModel.DataAnnotations;
using HomsScreenings.Desk;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Web.Desk;

/// <summary>Asks about dates that are likely a slip of the finger, before anything rests on them.</summary>
static class DateQuestions
{
    /// <summary>Adds a question for each unusual date, unless just these have been asked about; the form brings the answer.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="dates">The dates that would be new.</param>
    /// <param name="field">Where they stand.</param>
    /// <param name="timeZone">Of the place; null where none is known.</param>
    /// <param name="now">The present.</param>
    public static void AskAbout(
        this PageModel page, IAsksAboutDates input, IEnumerable<LocalDate> dates, string field, string? timeZone, Instant now)
    {
        if (!page.ModelState.IsValid) return; // one thing after the other
        var today = now.InZone(Zones.Find(timeZone) ?? DateTimeZone.Utc).Date;
        var asked = dates.Where(Years.Has).Select(date => (Date: date, Question: UnusualDates.Question(date, today)))
            .Where(d => d.Question is not null).ToList();
        var about = asked.Count == 0 ? null : string.Join(' ', asked.Select(d => LocalDatePattern.Iso.Format(d.Date)));
        if (about != input.AskedAbout) page.AddProblems(asked.Select(d => new ValidationResult(d.Question, [field])));
        input.AskedAbout = about;
        page.ModelState.Remove($"Input.{nameof(input.AskedAbout)}");
    }
}
