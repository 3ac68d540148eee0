using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pictures;

/// <summary>Files as rows, in a connection of their own: putting one in is no part of what a request saves.</summary>
sealed class DatabaseFileStore(IServiceScopeFactory scopes, TimeProvider clock) : IFileStore
{
    public Task<bool> HasAsync(string name, CancellationToken cancellationToken) =>
        InDbAsync(db => db.StoredFiles.AnyAsync(f => f.Name == name, cancellationToken));

    public async Task PutAsync(string name, string path, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        await InDbAsync(async db =>
        {
            if (await db.StoredFiles.AnyAsync(f => f.Name == name, cancellationToken)) return 0;
            db.StoredFiles.Add(new StoredFile { Name = name, Content = content, StoredAt = clock.Now() });
            try { return await db.SaveChangesAsync(cancellationToken); }
            catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
            {
                // Somebody was faster with the same file, or it is another trouble, which shows again.
                db.ChangeTracker.Clear();
                if (await db.StoredFiles.AnyAsync(f => f.Name == name, cancellationToken)) return 0;
                throw;
            }
        });
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) =>
        await InDbAsync(db => db.StoredFiles.Where(f => f.Name == name).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken))
            is { } content ? new MemoryStream(content, writable: false) : null;

    public async Task<IReadOnlyList<string>> NamesBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var before = Instant.FromDateTimeOffset(moment);
        return await InDbAsync(db => db.StoredFiles.Where(f => f.StoredAt < before).Select(f => f.Name).ToListAsync(cancellationToken));
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        InDbAsync(db => db.StoredFiles.Where(f => f.Name == name).ExecuteDeleteAsync(cancellationToken));

    async Task<T> InDbAsync<T>(Func<ScreeningsDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ScreeningsDb>());
    }
}
