namespace HomsScreenings.Storage;

/// <summary>Puts out of date what is kept of the areas that the save changes.</summary>
sealed class VersionRaising : ISaveStep
{
    public ValueTask AfterAsync(Save save, CancellationToken cancellationToken)
    {
        foreach (var area in save.Areas) save.Db.Raise(area);
        return ValueTask.CompletedTask;
    }
}
