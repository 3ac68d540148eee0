using Microsoft.AspNetCore.Identity;

namespace HomsScreenings.Organisations;

/// <summary>An account: somebody who signs in to the desk. Visitors and guests have none.</summary>
public sealed class User : IdentityUser<int>
{
    public List<Member> Memberships { get; } = [];
}

/// <summary>What an account may do for the whole site, beside its organisations.</summary>
public static class SiteRoles
{
    /// <summary>Runs the site: sees the outbox, invites to any organisation, edits everything.</summary>
    public const string Administrator = "Administrator";
    /// <summary>Keeps films, people and venues of all organisations tidy.</summary>
    public const string SiteEditor = "SiteEditor";
}
