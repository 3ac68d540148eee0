using System.Globalization;
using System.Security.Claims;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace HomsScreenings.Web.Accounts;

/// <summary>The sessions of accounts: a cookie is good for as long as the row that it names is there.</summary>
public sealed class Sessions(ScreeningsDb db, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    const string Item = "session";

    /// <summary>The session that a cookie names.</summary>
    public static Guid? IdIn(AuthenticationProperties? ticket) =>
        ticket?.Items.TryGetValue(Item, out var id) == true && Guid.TryParse(id, out var session) ? session : null;

    /// <summary>The session of this request, where somebody is signed in.</summary>
    public static Guid? IdIn(HttpContext context) =>
        IdIn(context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties);

    /// <summary>The number of the account of somebody who is signed in.</summary>
    public static int? AccountOf(ClaimsPrincipal? person) =>
        int.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Begins a session, and has the ticket name it.</summary>
    public async Task BeginAsync(int account, AuthenticationProperties ticket, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var session = new Session { UserId = account, BegunAt = now, LastUsedAt = now };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        ticket.Items[Item] = $"{session.Id}";
    }

    /// <summary>
    /// Whether a ticket still opens the desk. It asks afresh at each request: a changed password, a lock or the end of a
    /// session elsewhere is known at once.
    /// </summary>
    public async Task<bool> IsGoodAsync(ClaimsPrincipal? person, AuthenticationProperties ticket, CancellationToken cancellationToken)
    {
        if (IdIn(ticket) is not { } id || AccountOf(person) is not { } account) return false;
        var found = await db.Sessions.Where(s => s.Id == id && s.UserId == account)
            .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new
            {
                s.BegunAt,
                s.LastUsedAt,
                u.SecurityStamp,
                IsAdministrator = db.UserRoles.Any(
                    r => r.UserId == u.Id && db.Roles.Any(role => role.Id == r.RoleId && role.Name == SiteRoles.Administrator)),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.SecurityStamp != person!.FindFirstValue(StampClaim)) return false;
        var now = clock.Now();
        if (now - found.BegunAt >= (found.IsAdministrator ? Session.MaxAgeOfAdministrators : Session.MaxAge)) return false;
        if (now - found.LastUsedAt >= Session.NotedEvery) await NoteUseAsync(id, now, cancellationToken);
        return true;
    }

    /// <summary>The sessions of an account, the one used last first.</summary>
    public Task<List<Session>> OfAsync(int account, CancellationToken cancellationToken) =>
        db.Sessions.AsNoTracking().Where(s => s.UserId == account).OrderByDescending(s => s.LastUsedAt).ThenByDescending(s => s.BegunAt)
            .ThenBy(s => s.Id).ToListAsync(cancellationToken);

    public Task<int> EndAsync(int account, Guid session, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.UserId == account && s.Id == session).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends all sessions of an account but this one.</summary>
    public Task<int> EndOthersAsync(int account, Guid? present, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.UserId == account && s.Id != present).ExecuteDeleteAsync(cancellationToken);

    string StampClaim => identity.Value.ClaimsIdentity.SecurityStampClaimType;

    // A database that cannot be written to just now is no reason to keep anybody out.
    async Task NoteUseAsync(Guid id, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsedAt, now), cancellationToken);
        }
        catch (Exception problem) when (DatabaseFailure.Is(problem)) { }
    }
}
