using HomsScreenings.Accounts;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Accounts;

/// <summary>Links that make their holder a member of an organisation, once.</summary>
public sealed class Invitations(ScreeningsDb db, ISecurityEvents events, TimeProvider clock)
{
    static readonly Duration ValidFor = Duration.FromDays(14);

    /// <summary>Invites somebody by mail. Who is invited again gets a new link in place of the old one.</summary>
    public async Task SendAsync(
        Organisation organisation, string email, MemberRole role, int invitedBy, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var former = await db.Invitations.Where(i => i.OrganisationId == organisation.Id && i.Email == email && i.AcceptedAt == null)
            .ToListAsync(cancellationToken);
        db.Invitations.RemoveRange(former);
        var invitation = new Invitation
        {
            OrganisationId = organisation.Id,
            Role = role,
            Email = email,
            InvitedById = invitedBy,
            ExpiresAt = now + ValidFor,
        };
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(cancellationToken);
        db.Outbox.Add(OutboxMessage.New(InvitationLetter.Kind, invitation.Id, now, language: Language.Current.Tag));
        await events.AddAsync(SecurityEventKind.InvitationMade, account: null, invitedBy, organisation.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// The invitation behind a link that can still be accepted: not used, not too old, and made by somebody who may still
    /// invite to that organisation.
    /// </summary>
    public async Task<Invitation?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        if (secret is null) return null;
        var now = clock.Now();
        var invitation = await db.Tokens.Behind(secret, TokenPurpose.Invitation, now)
            .Join(db.Invitations, t => t.Subject, i => i.Id, (_, i) => i).Where(i => i.AcceptedAt == null && i.ExpiresAt > now)
            .Include(i => i.Organisation).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (invitation is null) return null;
        var inviter = await db.OrganiserAsync(invitation.InvitedById, cancellationToken);
        return inviter?.IsOwnerOf(invitation.OrganisationId) == true ? invitation : null;
    }

    /// <summary>
    /// Makes an account a member, which may itself wait to be saved. The link is used up first: of two who follow it at
    /// once, one gets in.
    /// </summary>
    public async Task<bool> AcceptAsync(Invitation invitation, string secret, User user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.Now();
        if (!await db.Tokens.UseAsync(secret, TokenPurpose.Invitation, invitation.Id, now, cancellationToken)) return false;
        var taken = await db.Invitations.Where(i => i.Id == invitation.Id && i.AcceptedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.AcceptedAt, now), cancellationToken);
        if (taken == 0) return false;
        var member = user.Id == 0 ? null : await db.Members.FindAsync([invitation.OrganisationId, user.Id], cancellationToken);
        if (member is null)
            db.Members.Add(new() { OrganisationId = invitation.OrganisationId, UserId = user.Id, User = user, Role = invitation.Role });
        else if (invitation.Role == MemberRole.Owner) member.Role = MemberRole.Owner;
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return false;
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
