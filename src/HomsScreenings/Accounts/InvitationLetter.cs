using System.Collections.Frozen;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Accounts;

/// <summary>The mail with the link to become a member of an organisation.</summary>
public sealed record InvitationLetter : PendingLetter
{
    public const string Kind = "account.invitation";

    public required Invitation Invitation { get; init; }
    public required string Organisation { get; init; }

    public override LetterToken Token => new(TokenPurpose.Invitation, Invitation.Id, ExpiresAt: Invitation.ExpiresAt);

    public override bool CanBeHandedOn => true;

    public override string? WhyNot(Instant now) => Invitation.AcceptedAt is not null ? "The invitation has been accepted."
        : Invitation.ExpiresAt <= now ? "The invitation has expired."
        : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("Invitation to {0} at {1}", Organisation, site.Name),
        [
            new Paragraph(Invitation.Role == MemberRole.Owner
                ? T("{0} invites you to look after its programme and its members at {1}.", Organisation, site.Name)
                : T("{0} invites you to look after its programme at {1}.", Organisation, site.Name)),
            new Link(T("Accept the invitation"), $"{site.Address}/account/invitation?token={secret}", IsMain: true),
            new Paragraph(T("The link works once, until {0}. If you do not want this, do nothing.", LastDay)),
        ],
        [
            new Paragraph(T("You get this email because somebody at {0} invited this address.", Organisation)),
            new Link(T("The site"), site.Address + Language.Path("/")),
        ]));

    string LastDay => DateWords.Format(Invitation.ExpiresAt.InUtc().Date, T("d MMMM uuuu"));
}

/// <summary>Words <see cref="InvitationLetter"/>; the subject is the invitation.</summary>
public sealed class InvitationComposer : ILetterComposer
{
    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string> { [InvitationLetter.Kind] = "Invitation" }.ToFrozenDictionary();

    public string WhyGone => "The invitation was taken back.";

    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.SubjectId).Distinct().ToList();
        var invitations = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.Id))
            .Select(i => new { Invitation = i, Organisation = i.Organisation.Name })
            .ToDictionaryAsync(i => i.Invitation.Id, cancellationToken);
        var alive = messages.Where(m => invitations.ContainsKey(m.SubjectId));
        return alive.ToDictionary(m => m.Id, PendingLetter (m) => new InvitationLetter
        {
            Language = Language.WithTag(m.Language),
            Recipient = invitations[m.SubjectId].Invitation.Email,
            Invitation = invitations[m.SubjectId].Invitation,
            Organisation = invitations[m.SubjectId].Organisation,
        });
    }
}
