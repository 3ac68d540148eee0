using System.Data.Common;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace HomsScreenings.Storage;

/// <summary>
/// The areas that one transaction changes, whoever began it. They are noted while it goes on; their rows are raised
/// last of all, just before the commit, for whoever else saves has to wait for them; and this process knows the new
/// numbers once the commit is done. A transaction that ends otherwise raises nothing.
/// </summary>
sealed class RaisedAreas(ScreeningsDb db, Versions versions)
{
    // In one order, so that no two transactions wait for one another.
    readonly SortedSet<string> _noted = new(StringComparer.Ordinal);
    readonly List<(Area Area, long Number)> _raised = [];
    Guid _transaction;

    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public void Note(Area area)
    {
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("A version is raised in the transaction of the save.");
        if (transaction.TransactionId != _transaction) Forget(); // the one before was never committed
        _transaction = transaction.TransactionId;
        _noted.Add(area.Name);
    }

    public bool IsAnyIn(Guid transaction) => transaction == _transaction && _noted.Count > 0;

    void Forget()
    {
        _noted.Clear();
        _raised.Clear();
    }

    public async Task RaiseAsync(Guid transaction, CancellationToken cancellationToken)
    {
        if (transaction != _transaction) return;
        foreach (var name in _noted)
        {
            var area = new Area(name);
            var number = (await db.Database.SqlQuery<long>($"""
                INSERT INTO "Versions" ("Area", "Number") VALUES ({name}, 1)
                ON CONFLICT ("Area") DO UPDATE SET "Number" = "Versions"."Number" + 1 RETURNING "Number" AS "Value"
                """).ToListAsync(cancellationToken)).Single();
            if (versions.Announce is { } announce) await announce(db, area, number, cancellationToken);
            _raised.Add((area, number));
        }
        _noted.Clear();
    }

    public void Learn(Guid transaction)
    {
        if (transaction != _transaction) return;
        foreach (var (area, number) in _raised) versions.Advance(area, number);
        Forget();
    }
}

/// <summary>Tells a context that its transaction is about to be committed, and that it has been.</summary>
public sealed class CommitInterceptor : DbTransactionInterceptor
{
    public static CommitInterceptor Instance { get; } = new();

    /// <exception cref="NotSupportedException">Something is to be raised, which takes a statement that is waited for.</exception>
    public override InterceptionResult TransactionCommitting(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        eventData.Context is ScreeningsDb db && db.Raised.IsAnyIn(eventData.TransactionId)
            ? throw new NotSupportedException("Commit with CommitAsync: it is the one that raises versions.") : result;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ScreeningsDb db) await db.Raised.RaiseAsync(eventData.TransactionId, cancellationToken);
        return result;
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as ScreeningsDb)?.Raised.Learn(eventData.TransactionId);
        return Task.CompletedTask;
    }
}
