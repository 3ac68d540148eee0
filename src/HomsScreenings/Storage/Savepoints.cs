using Microsoft.EntityFrameworkCore.Storage;

namespace HomsScreenings.Storage;

static class Savepoints
{
    const string Name = "save";

    /// <summary>Does something in a transaction of somebody else: what fails leaves the rest of it as it was.</summary>
    public static async Task<T> OrNothingAsync<T>(
        this IDbContextTransaction transaction, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        await transaction.CreateSavepointAsync(Name, cancellationToken);
        try { return await act(); }
        catch
        {
            await transaction.RollbackToSavepointAsync(Name, CancellationToken.None);
            throw;
        }
    }
}
