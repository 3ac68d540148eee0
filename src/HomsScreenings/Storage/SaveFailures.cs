using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomsScreenings.Storage;

/// <summary>
/// Tells a database that refuses a save, for a rule is broken, from one that cannot take any just now: its disk is full,
/// it only lets read, it does not answer. What stopped it is then thrown as it is, and nobody is told that somebody else
/// was faster.
/// </summary>
/// <param name="isUnavailable">Whether a database says that it can do no work.</param>
public sealed class SaveFailures(Func<Exception, bool> isUnavailable) : SaveChangesInterceptor
{
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Exception is DbUpdateException { InnerException: { } stopped } && isUnavailable(stopped))
            ExceptionDispatchInfo.Throw(stopped);
        return Task.CompletedTask;
    }
}
