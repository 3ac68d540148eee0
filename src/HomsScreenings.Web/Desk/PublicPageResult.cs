using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace HomsScreenings.Web.Desk;

/// <summary>Answers with another page, under the address of this one and with its route values: so nothing of it is kept.</summary>
/// <param name="page">The page, as its file is named: '/Films/Show'.</param>
sealed class PublicPageResult(string page) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var services = context.HttpContext.RequestServices;
        var descriptor = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>().First(d => d.ViewEnginePath == page);
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(descriptor, EndpointMetadataCollection.Empty);
        var route = new RouteData(context.RouteData);
        route.Values["page"] = page; // beside which its partial views are looked for
        var action = new ActionContext(context.HttpContext, route, compiled);
        await services.GetRequiredService<IActionInvokerFactory>().CreateInvoker(action)!.InvokeAsync();
    }
}
