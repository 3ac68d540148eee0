using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>Counts the SQL statements that requests run.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    readonly ConcurrentQueue<string> _statements = [];

    public IReadOnlyList<string> Statements => [.. _statements];

    public void Reset() => _statements.Clear();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command,
        CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    static readonly HttpContextAccessor Asking = new();

    // Only what a request asks for: the outbox and what follows a start have statements of their own.
    void Note(DbCommand command)
    {
        if (Asking.HttpContext is not null) _statements.Enqueue(command.CommandText);
    }
}
