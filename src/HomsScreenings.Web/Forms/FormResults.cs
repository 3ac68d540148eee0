using System.ComponentModel.DataAnnotations;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Forms;

/// <summary>
/// How a form of the desk is answered: done, wrong, overtaken. Every page says it with these, so that each is said in one
/// way.
/// </summary>
static class FormResults
{
    /// <summary>On to another page, which says what was done.</summary>
    public static RedirectResult Done(this PageModel page, string sentence, string address)
    {
        page.TempData["Done"] = sentence;
        return new RedirectResult(address);
    }

    /// <summary>Puts what is wrong beside the fields of the page's input.</summary>
    public static void AddProblems(this PageModel page, IEnumerable<ValidationResult> problems)
    {
        foreach (var problem in problems) page.ModelState.AddModelError(FieldOf(problem), problem.ErrorMessage!);
    }

    /// <summary>The same for what the database says; what is likely there already is named above the form.</summary>
    public static void AddProblems(this PageModel page, CheckResult result)
    {
        page.AddProblems(result.Problems);
        if (result.Duplicates.Count > 0)
            page.ModelState.AddModelError("Input.ConfirmedNew", "This may be there already: look at what is named below.");
    }

    /// <summary>
    /// The page once more, with everything that was typed, and a status that scripts can tell: what was typed is not
    /// right.
    /// </summary>
    public static PageResult Again(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>The page once more because somebody needs more rows: what is wrong is not said before they save.</summary>
    public static PageResult AgainWithMoreRows(this PageModel page)
    {
        foreach (var field in page.ModelState.Values) field.Errors.Clear();
        return page.Page();
    }

    /// <summary>
    /// Somebody else saved meanwhile (409). The page has set its draft to the present version, so that saving again is a
    /// decision, and shows what was changed.
    /// </summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="earlier">What was changed since the version that the form was filled from.</param>
    public static PageResult Overtaken(this PageModel page, IReadOnlyList<EarlierChange> earlier) =>
        page.Overtaken(earlier.Count > 0 ? null
            : "Something that goes with this was changed at the same moment. Nothing was saved; please save again.");

    /// <summary>The same where nothing else than a sentence tells it.</summary>
    public static PageResult Overtaken(this PageModel page, string? sentence)
    {
        page.ModelState.Remove("Input.Version");
        if (sentence is not null) page.ModelState.AddModelError("", sentence);
        return page.Again(StatusCodes.Status409Conflict);
    }

    static string FieldOf(ValidationResult problem) =>
        problem.MemberNames.FirstOrDefault() is { Length: > 0 } field ? $"Input.{field}" : "";
}
