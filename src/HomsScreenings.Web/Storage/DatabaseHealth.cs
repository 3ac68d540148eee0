using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Storage;

/// <summary>Whether the database can do its work now: for whoever decides where requests are sent.</summary>
sealed class DatabaseHealth(IServiceScopeFactory scopes, StorageOptions storage, DatabaseFile file)
{
    // Who asks waits no longer; a server that hangs would let them wait for a minute.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public async Task<string?> ProblemAsync()
    {
        if (file.IsGone) return "the file of the database was deleted or replaced";
        using var limit = new CancellationTokenSource(Patience);
        try { return await CanWriteAsync(limit.Token).WaitAsync(Patience, TimeProvider.System) ? null : "the database takes no changes"; }
        catch (Exception problem) when (DatabaseFailure.Is(problem) || problem is OperationCanceledException)
        {
            return "the database does not answer";
        }
    }

    async Task<bool> CanWriteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        await db.Versions.AnyAsync(cancellationToken);
        return await storage.CanWriteAsync(db, cancellationToken);
    }
}
