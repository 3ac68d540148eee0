namespace HomsScreenings.Web.Pictures;

/// <summary>Files in a folder, in one for each first two letters of their names.</summary>
sealed class FolderFileStore(string folder) : IFileStore
{
    public Task<bool> HasAsync(string name, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(name)));

    public Task PutAsync(string name, string path, CancellationToken cancellationToken)
    {
        var place = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        // First beside its place, for another disk is copied to, and half a copy must not have the name.
        var beside = $"{place}.{Guid.NewGuid():N}.part";
        try
        {
            File.Copy(path, beside);
            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(name), new FileStreamOptions
            {
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                Share = FileShare.Read | FileShare.Delete,
            }));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<IReadOnlyList<string>> NamesBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder)) return Task.FromResult<IReadOnlyList<string>>([]);
        return Task.FromResult<IReadOnlyList<string>>(
        [
            .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(f => f.LastWriteTimeUtc < moment.UtcDateTime && f.Directory!.Name == f.Name[..Math.Min(2, f.Name.Length)])
                .Select(f => f.Name),
        ]);
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try { File.Delete(PathOf(name)); }
        catch (DirectoryNotFoundException) { }
        return Task.CompletedTask;
    }

    string PathOf(string name) => Path.GetFileName(name) == name && name.Length > 2 ? Path.Combine(folder, name[..2], name)
        : throw new ArgumentException($"'{name}' is no name of a file.", nameof(name));
}
