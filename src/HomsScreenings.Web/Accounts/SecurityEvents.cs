using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Accounts;

/// <summary>Writes down what happens to accounts and rights.</summary>
public interface ISecurityEvents
{
    /// <summary>One event as a row, saved with whatever else waits, and as a line of the log; both have numbers only.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="account">The account that it happened to.</param>
    /// <param name="by">The account that did it; null for somebody who is not signed in.</param>
    /// <param name="organisation">The organisation that it is about.</param>
    /// <param name="cancellationToken">The request has ended.</param>
    Task AddAsync(SecurityEventKind kind, int? account, int? by, int? organisation, CancellationToken cancellationToken);

    /// <summary>The same, to be saved by the caller.</summary>
    void Note(SecurityEventKind kind, int? account, int? by, int? organisation = null);
}

/// <summary>One event with the names of those that are still there.</summary>
public sealed record SecurityEventLine(Instant At, SecurityEventKind Kind, string? Account, string? By, string? Organisation);

/// <inheritdoc cref="ISecurityEvents"/>
sealed partial class SecurityEvents(ScreeningsDb db, TimeProvider clock, ILogger<SecurityEvents> log) : ISecurityEvents
{
    public async Task AddAsync(
        SecurityEventKind kind, int? account, int? by, int? organisation, CancellationToken cancellationToken)
    {
        Note(kind, account, by, organisation);
        await db.SaveChangesAsync(cancellationToken);
    }

    public void Note(SecurityEventKind kind, int? account, int? by, int? organisation = null)
    {
        db.SecurityEvents.Add(new() { Kind = kind, At = clock.Now(), AccountId = account, ById = by, OrganisationId = organisation });
        Log.Happened(log, kind, account, by, organisation);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Security event {Kind}: account {Account}, by account {By}, organisation {Organisation}")]
        public static partial void Happened(ILogger log, SecurityEventKind kind, int? account, int? by, int? organisation);
    }
}

public static class SecurityEventQueries
{
    extension(ISecurityEvents events)
    {
        /// <summary>The same where it is about no organisation.</summary>
        public Task AddAsync(SecurityEventKind kind, int? account, int? by, CancellationToken cancellationToken) =>
            events.AddAsync(kind, account, by, organisation: null, cancellationToken);
    }

    extension(ScreeningsDb db)
    {
        /// <summary>Events from the newest on: all, or those that concern one account.</summary>
        public IQueryable<SecurityEvent> SecurityEventsOf(int? account) => db.SecurityEvents
            .Where(e => account == null || e.AccountId == account || e.ById == account)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id);

        public Task<List<SecurityEventLine>> LinesAsync(IQueryable<SecurityEvent> events, CancellationToken cancellationToken) =>
            events.Select(e => new SecurityEventLine(e.At, e.Kind,
                db.Users.Where(u => u.Id == e.AccountId).Select(u => u.Email).FirstOrDefault(),
                db.Users.Where(u => u.Id == e.ById).Select(u => u.Email).FirstOrDefault(),
                db.Organisations.Where(o => o.Id == e.OrganisationId).Select(o => o.Name).FirstOrDefault())).ToListAsync(cancellationToken);
    }
}
