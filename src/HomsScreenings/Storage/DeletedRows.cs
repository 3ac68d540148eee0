namespace HomsScreenings.Storage;

/// <summary>Has the database let go of what was deleted, on the disk too.</summary>
/// <param name="letGo">What the database needs for it; null where nothing.</param>
public sealed class DeletedRows(Func<ScreeningsDb, CancellationToken, Task>? letGo)
{
    /// <summary>To be called after the commit, outside of a transaction.</summary>
    public Task LetGoAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        letGo?.Invoke(db, cancellationToken) ?? Task.CompletedTask;
}
