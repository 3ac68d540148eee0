using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Forms;

/// <summary>How a form is answered that was not accepted: the same page, and a status that scripts can tell.</summary>
static class FormResults
{
    /// <summary>Puts what is wrong beside the fields of the page's draft.</summary>
    public static void AddProblems(this ModelStateDictionary state, IEnumerable<ValidationResult> problems)
    {
        foreach (var problem in problems) state.AddModelError($"Input.{problem.MemberNames.First()}", problem.ErrorMessage!);
    }

    /// <summary>The page once more, with everything that was typed, and a status that says why: what was typed is not right.</summary>
    public static PageResult Again(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>Somebody else saved meanwhile (409): the form now carries the present version, so that saving again is a decision.</summary>
    public static PageResult Overtaken(this PageModel page)
    {
        page.ModelState.Remove("Input.Version");
        return page.Again(StatusCodes.Status409Conflict);
    }

    /// <summary>On to another page of the desk, which says what was done.</summary>
    public static RedirectResult Done(this PageModel page, string sentence, string address)
    {
        page.TempData["Done"] = sentence;
        return new RedirectResult(address);
    }
}
