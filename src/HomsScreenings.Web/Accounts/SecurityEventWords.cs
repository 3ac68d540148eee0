using HomsScreenings.Model;

namespace HomsScreenings.Web.Accounts;

/// <summary>What happened, in a person's words.</summary>
public static class SecurityEventWords
{
    public static string Of(SecurityEventKind kind) => kind switch
    {
        SecurityEventKind.SignedIn => "signed in",
        SecurityEventKind.SignInFailed => "wrong password at signing in",
        SecurityEventKind.Paused => "paused for a quarter of an hour after too many wrong passwords",
        SecurityEventKind.SignedOut => "signed out",
        SecurityEventKind.SessionsEnded => "sessions ended from the account's page",
        SecurityEventKind.PasswordChanged => "password changed",
        SecurityEventKind.PresentPasswordWrong => "wrong present password when changing it",
        SecurityEventKind.PasswordResetAsked => "link for a new password asked for",
        SecurityEventKind.PasswordReset => "new password chosen by the link in a mail",
        SecurityEventKind.AccountMade => "account made",
        SecurityEventKind.InvitationMade => "invitation sent",
        SecurityEventKind.InvitationAccepted => "invitation accepted",
        SecurityEventKind.InvitationRevoked => "invitation taken back",
        SecurityEventKind.MemberRoleChanged => "role changed",
        SecurityEventKind.MemberRemoved => "membership ended",
        SecurityEventKind.SiteRightsChanged => "rights on the whole site changed",
        SecurityEventKind.Locked => "account locked",
        SecurityEventKind.Unlocked => "account opened again",
        SecurityEventKind.CalendarLinkMade => "calendar link made",
        SecurityEventKind.CalendarLinkRevoked => "calendar link taken back",
        SecurityEventKind.MailLinkShown => "link of a waiting mail shown",
        SecurityEventKind.AddressesExported => "addresses of subscribers downloaded",
        _ => $"{kind}",
    };
}
