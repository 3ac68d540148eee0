using System.Globalization;
using System.Text;
using HomsScreenings.Desk;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HomsScreenings.Web.Forms;

/// <summary>
/// What people type or paste, made clean before anything else sees it: blanks around it, control characters and marks
/// that force letters out of their order go; line ends become one kind, and blanks where one line is asked for; nothing
/// becomes null. Passwords stay as they are.
/// </summary>
public static class CleanText
{
    public static string? Of(string? typed, bool inLines = true)
    {
        if (typed is null) return null;
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes()) // a half surrogate comes out as U+FFFD
            if (rune.Value == '\t' || (rune.Value == '\n' && !inLines)) clean.Append(' ');
            else if (rune.Value == '\n' || !IsNoText(rune)) clean.Append(rune.ToString());
        var text = clean.ToString().Trim();
        return text.Length == 0 ? null : text;
    }

    const int LeftToRightOverride = 0x202D, RightToLeftOverride = 0x202E;

    static bool IsNoText(Rune rune) => rune.Value is LeftToRightOverride or RightToLeftOverride
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}

sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, value);
        var text = CleanText.Of(value.FirstValue, context.ModelMetadata.DataTypeName == "MultilineText");
        if (context.ModelMetadata.DataTypeName == TypedPerson.DataType && text is not null)
        {
            text = TypedPerson.Tidy(text);
            context.ModelState.SetModelValue(context.ModelName, text, text);
        }
        context.Result = ModelBindingResult.Success(text);
        return Task.CompletedTask;
    }
}

sealed class CleanTextBinderProvider : IModelBinderProvider
{
    static readonly CleanTextBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.Metadata.DataTypeName != "Password"
        && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Body) != true
            ? Binder : null;
}
