using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>What happened to an account or to what somebody may do.</summary>
public enum SecurityEventKind
{
    SignedIn, SignInFailed, Paused, SignedOut, SessionsEnded,
    PasswordChanged, PresentPasswordWrong, PasswordResetAsked, PasswordReset,
    AccountMade, InvitationMade, InvitationAccepted, InvitationRevoked, MemberRoleChanged, MemberRemoved,
    SiteRightsChanged, Locked, Unlocked, CalendarLinkMade, CalendarLinkRevoked, MailLinkShown,
    AddressesExported,
}

/// <summary>
/// Who did what to whose account, and when: numbers only, no address of a network and nothing of the browser, so that it
/// can be told afterwards who got in.
/// </summary>
public sealed class SecurityEvent
{
    public long Id { get; private set; }
    public required SecurityEventKind Kind { get; init; }
    public required Instant At { get; init; }
    /// <summary>The account that it happened to; null where there is none (yet).</summary>
    public required int? AccountId { get; init; }
    /// <summary>Who did it; null for somebody who was not signed in, and for the command line.</summary>
    public required int? ById { get; init; }
    /// <summary>The organisation in which, where it is about one.</summary>
    public int? OrganisationId { get; init; }
}

sealed class SecurityEventConfiguration : IEntityTypeConfiguration<SecurityEvent>
{
    // No foreign keys: what happened stays true when an account or an organisation is gone. No constraint on the names:
    // a new kind needs no migration.
    public void Configure(EntityTypeBuilder<SecurityEvent> table)
    {
        table.ToTable("SecurityEvents");
        table.Property(e => e.Kind).HasConversion<string>().HasMaxLength(40);
        table.HasIndex(e => e.At);
        table.HasIndex(e => new { e.AccountId, e.At });
        table.HasIndex(e => new { e.ById, e.At });
    }
}
