using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HomsScreenings.Web.Desk;

/// <summary>What forms have in common: who sends them, how text is cleaned, and in which words mistakes are said.</summary>
static class DeskSetup
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<CurrentOrganiser>();
        services.AddScoped<OrganiserFilter>();
        services.AddScoped<CurrentScreening>();
        services.AddScoped<CurrentScreeningFilter>();
        services.AddScoped<OwnerChoices>();
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
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
