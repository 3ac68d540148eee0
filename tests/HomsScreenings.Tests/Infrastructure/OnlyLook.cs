using System.Data.Common;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>
/// Lets no request that could change something write: whoever gets as far as that has been let in, and the next who asks
/// finds all as it was.
/// </summary>
public sealed class OnlyLook : DbCommandInterceptor
{
    static readonly HttpContextAccessor Asking = new();

    public bool IsOn { get; set; }

    /// <summary>How often requests tried.</summary>
    public int Writes { get; set; }

    public void Add(IServiceCollection services) => services.ConfigureDbContext<ScreeningsDb>(options => options.AddInterceptors(this));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command,
        CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Refuse(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(command);
        return ValueTask.FromResult(result);
    }

    void Refuse(DbCommand command)
    {
        if (!IsOn || Asking.HttpContext is not { } http || command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
            || command.CommandText.StartsWith("PRAGMA", StringComparison.Ordinal)) return;
        Writes++;
        if (!HttpMethods.IsGet(http.Request.Method)) throw new InvalidOperationException("Nothing is written here.");
    }
}
