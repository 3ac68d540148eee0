using System.Data.Common;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>Somebody who does something in the middle of a request of somebody else, once.</summary>
public sealed class Meanwhile : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Before the next transaction begins.</summary>
    public Func<Task>? BeforeSaving { get; set; }

    /// <summary>Before the next statement in which a text stands.</summary>
    public (string Text, Func<Task> Act)? Before { get; set; }

    public void Add(IServiceCollection services) => services.ConfigureDbContext<ScreeningsDb>(options => options.AddInterceptors(this));

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection,
        TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (BeforeSaving is not { } act) return result;
        BeforeSaving = null;
        await act();
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command,
        CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Before is not { } before || !command.CommandText.Contains(before.Text, StringComparison.Ordinal)) return result;
        Before = null;
        await before.Act();
        return result;
    }
}
