using HomsScreenings.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Forms;

/// <summary>A page with a form that anybody may send without an account.</summary>
public abstract class PublicFormPage(FormToken tokens) : PageModel
{
    const string Prefix = "Input";

    /// <summary>Opens the form for the first time.</summary>
    protected PageResult Open(IPublicForm input, string form)
    {
        input.Token = tokens.New(form);
        return Page();
    }

    /// <summary>The key of the form that came; what is wrong with its token is said on the page.</summary>
    protected string ReadToken(IPublicForm input, string form)
    {
        var (key, problem) = tokens.Read(input.Token, form);
        if (PublicFormChecks.NotTaken(problem) is { } sentence) Wrong(sentence);
        // A form that came too fast is of age in a moment: a new one would be too young again.
        if (problem == FormTokenProblem.TooOld) RenewToken(input, form);
        return key;
    }

    /// <summary>Gives the form another key.</summary>
    protected void RenewToken(IPublicForm input, string form)
    {
        input.Token = tokens.New(form);
        ModelState.SetModelValue($"{Prefix}.{nameof(input.Token)}", null, null);
    }

    /// <summary>The same form, with all that was typed and a sentence beside each field that is wrong.</summary>
    protected PageResult Again(IPublicForm input)
    {
        input.AskedAbout = input.Email is { } email && EmailTypos.Suggest(email) is not null ? email : null;
        input.LeaveEmpty = null;
        foreach (var field in new[] { nameof(input.AskedAbout), nameof(input.LeaveEmpty) })
            ModelState.SetModelValue($"{Prefix}.{field}", null, null);
        return FormResults.Again(this);
    }

    protected void Wrong(string sentence, string field = "") => ModelState.AddModelError(field, sentence);
}
