using HomsScreenings.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace HomsScreenings.Web.Forms;

/// <summary>Numbers, dates and times in the digits of any script, for the framework reads those of one.</summary>
sealed class PlainFiguresBinder(IModelBinder usual) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext context)
    {
        var sent = context.ValueProvider;
        context.ValueProvider = new PlainFigures(sent);
        await usual.BindModelAsync(context);
        context.ValueProvider = sent;
    }

    sealed class PlainFigures(IValueProvider sent) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => sent.ContainsPrefix(prefix);

        public ValueProviderResult GetValue(string key) => sent.GetValue(key) is var value && value == ValueProviderResult.None ? value
            : new ValueProviderResult(value.Values.Select(v => v?.PlainFigures()).ToArray(), value.Culture);
    }
}

sealed class PlainFiguresBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType is var type && (type == typeof(int) || type == typeof(DateOnly) || type == typeof(TimeOnly))
            ? new PlainFiguresBinder(
                new SimpleTypeModelBinder(context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}
