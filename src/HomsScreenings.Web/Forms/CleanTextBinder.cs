using System.ComponentModel.DataAnnotations;
using HomsScreenings.Desk;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HomsScreenings.Web.Forms;

/// <summary>Makes clean what people type or paste into forms (<see cref="CleanText"/>). Passwords stay as they are.</summary>
sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, value);
        var text = CleanText.Of(value.FirstValue, context.ModelMetadata.DataTypeName == "MultilineText");
        if (text is not null && Tidied(text, context.ModelMetadata.DataTypeName) is { } tidy && tidy != text)
        {
            text = tidy;
            context.ModelState.SetModelValue(context.ModelName, text, text);
        }
        context.Result = ModelBindingResult.Success(text);
        return Task.CompletedTask;
    }

    // What is no web address stays as it was typed, to be told so.
    static string? Tidied(string text, string? kind) => kind switch
    {
        TypedPerson.DataType => TypedPerson.Tidy(text),
        nameof(DataType.Url) => WebAddresses.Tidy(text),
        _ => null,
    };
}

sealed class CleanTextBinderProvider : IModelBinderProvider
{
    static readonly CleanTextBinder Binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.Metadata.DataTypeName != "Password"
        && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Body) != true
            ? Binder : null;
}
