using HomsScreenings.Subscriptions.Newsletters;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HomsScreenings.Web.Desk;

/// <summary>What forms have in common: who sends them, how text is cleaned, and in which words mistakes are said.</summary>
static class DeskSetup
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<CurrentOrganiser>();
        services.AddScoped<ShownRecords>();
        services.AddScoped<OrganiserFilter>();
        services.AddScoped<CurrentScreening>();
        services.AddScoped<CurrentScreeningFilter>();
        services.AddScoped<OwnerChoices>();
        services.AddScoped<MailingPlan>();
        services.AddScoped<NewsletterPreview>();
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
            mvc.ModelBinderProviders.Insert(0, new PlainFiguresBinderProvider());
            // They read fields such as 'a[b]' as scripts once sent them, and fail at 'a[': no form here has such.
            mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
            mvc.Filters.Add<UnreadableText>();
            var say = mvc.ModelBindingMessageProvider;
            say.SetAttemptedValueIsInvalidAccessor((value, field) => $"'{value}' is not a value for {field}.");
            say.SetValueMustBeANumberAccessor(field => $"{field} is a number.");
            say.SetValueMustNotBeNullAccessor(_ => "This is needed.");
            say.SetMissingBindRequiredValueAccessor(field => $"{field} is needed.");
            say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"'{value}' is not a value that fits here.");
        });
    }

    // Whose screening it is can be asked only once it is known who asks.
    public static void AddDeskConventions(this PageConventionCollection pages)
    {
        pages.AddFolderApplicationModelConvention("/Organise", page => page.Filters.Add(new ServiceFilterAttribute<OrganiserFilter>()));
        pages.AddFolderApplicationModelConvention("/Organise/Screenings", page =>
            page.Filters.Add(new ServiceFilterAttribute<CurrentScreeningFilter> { Order = 1 }));
    }
}
