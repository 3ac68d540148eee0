using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Accounts;

/// <summary>Links that make their holder a member of an organisation, once.</summary>
public sealed class Invitations(ScreeningsDb db, Outbox outbox, TimeProvider clock)
{
    static readonly Duration ValidFor = Duration.FromDays(14);

    /// <summary>Invites somebody by mail. Who is invited again gets a new link in place of the old one.</summary>
    public async Task SendAsync(Organisation organisation, string email,
        MemberRole role, int invitedBy, CancellationToken cancellationToken)
    {
        var (token, now) = (SecretToken.New(), clock.Now());
        var former = await db.Invitations.Where(i => i.OrganisationId == organisation.Id && i.Email == email && i.AcceptedAt == null)
            .ToListAsync(cancellationToken);
        db.Invitations.RemoveRange(former);
        var invitation = new Invitation
        {
            TokenHash = SecretToken.Hash(token),
            OrganisationId = organisation.Id,
            Role = role,
            Email = email,
            InvitedById = invitedBy,
            ExpiresAt = now + ValidFor,
        };
        db.Invitations.Add(invitation);
        db.Outbox.Add(outbox.Invitation(invitation, organisation.Name, $"/account/invitation?token={token}", now));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The invitation behind a link that can still be accepted.</summary>
    public async Task<Invitation?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is null) return null;
        var (hash, now) = (SecretToken.Hash(token), clock.Now());
        return await db.Invitations.AsNoTracking().Include(i => i.Organisation)
            .SingleOrDefaultAsync(i => i.TokenHash == hash && i.AcceptedAt == null && i.ExpiresAt > now, cancellationToken);
    }

    /// <summary>
    /// Makes an account a member, which may itself wait to be saved. The link is used up first: of two who follow it at once, one gets in.
    /// </summary>
    public async Task<bool> AcceptAsync(Invitation invitation, User user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.Now();
        var taken = await db.Invitations.Where(i => i.Id == invitation.Id && i.AcceptedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.AcceptedAt, now), cancellationToken);
        if (taken == 0) return false;
        var member = user.Id == 0 ? null : await db.Members.FindAsync([invitation.OrganisationId, user.Id], cancellationToken);
        if (member is null)
            db.Members.Add(
                new Member { OrganisationId = invitation.OrganisationId, UserId = user.Id, User = user, Role = invitation.Role });
        else if (invitation.Role == MemberRole.Owner) member.Role = MemberRole.Owner;
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return false;
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
