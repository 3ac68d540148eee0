using System.Xml.Linq;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Keeps the keys that protect cookies, form tokens and reset links in the database, so that every process has the same
/// and none is lost with a machine.
/// </summary>
sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        return [.. db.DataProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        db.DataProtectionKeys.Add(
            new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The interface is synchronous, saving is not; it happens once in three months, and ASP.NET Core has no context to deadlock on.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
