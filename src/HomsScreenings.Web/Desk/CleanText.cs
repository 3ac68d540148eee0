using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HomsScreenings.Web.Desk;

/// <summary>
/// What people type or paste, made clean before anything else sees it: blanks around it and control characters go, line
/// ends become one kind, nothing becomes null. Passwords stay as they are.
/// </summary>
public static class CleanText
{
    public static string? Of(string? typed)
    {
        if (typed is null) return null;
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes()) // a half surrogate comes out as U+FFFD
            if (rune.Value is '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))
                clean.Append(rune.Value == '\t' ? " " : rune.ToString());
        var text = clean.ToString().Trim();
        return text.Length == 0 ? null : text;
    }
}

sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, value);
        context.Result = ModelBindingResult.Success(CleanText.Of(value.FirstValue));
        return Task.CompletedTask;
    }
}

sealed class CleanTextBinderProvider : IModelBinderProvider
{
    static readonly CleanTextBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.Metadata.DataTypeName != "Password" && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Body) != true
            ? Binder : null;
}
