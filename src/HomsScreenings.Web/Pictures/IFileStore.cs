namespace HomsScreenings.Web.Pictures;

/// <summary>
/// Keeps files by name: in a folder, or in the database where several processes have no folder in common. A file never
/// changes under its name.
/// </summary>
public interface IFileStore
{
    /// <summary>Whether there is a file of that name.</summary>
    Task<bool> HasAsync(string name, CancellationToken cancellationToken);

    /// <summary>Puts a file of the disk in, whole or not at all; one that is there under that name stays.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    Task PutAsync(string name, string path, CancellationToken cancellationToken);

    /// <summary>A file to be read from its beginning; null where there is none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>The files that were put in before a moment.</summary>
    Task<IReadOnlyList<string>> NamesBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>Deletes a file; one that is not there is deleted already.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
