using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace HomsScreenings.Model;

/// <summary>An account: somebody who signs in to the desk. Visitors and guests have none.</summary>
public sealed class User : IdentityUser<int>
{
    /// <summary>The end of a lock that an administrator put on; the pause after mistyped passwords ends by itself.</summary>
    public static readonly DateTimeOffset LockedForGood = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether they are told by mail, once a day at most, that comments wait for them.</summary>
    public bool WantsCommentDigests { get; set; } = true;

    public List<Member> Memberships { get; } = [];

    public bool IsLockedForGood => IsForGood(LockoutEnd);

    /// <summary>Whether a lock with this end is one that an administrator put on.</summary>
    public static bool IsForGood(DateTimeOffset? lockoutEnd) => lockoutEnd >= LockedForGood;

    /// <summary>Keeps somebody out until told otherwise, and ends all their sessions; or lets them in again.</summary>
    public void SetLocked(bool locked, DateTimeOffset at)
    {
        if (locked == IsLockedForGood && !(LockoutEnd > at)) return;
        (LockoutEnd, LockoutEnabled, AccessFailedCount) = (locked ? LockedForGood : null, true, 0);
        if (locked) SecurityStamp = NewSecurityStamp();
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>A value that sessions are bound to: with a new one they end, and all tokens of the account are deleted.</summary>
    public static string NewSecurityStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}

/// <summary>What an account may do for the whole site, beside its organisations.</summary>
public static class SiteRoles
{
    /// <summary>Runs the site: sees the outbox, invites to any organisation, edits everything.</summary>
    public const string Administrator = "Administrator";
    /// <summary>Keeps films, people and venues of all organisations tidy.</summary>
    public const string SiteEditor = "SiteEditor";
}
