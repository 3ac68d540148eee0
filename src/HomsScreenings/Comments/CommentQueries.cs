using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>The sentences in which comments are asked for.</summary>
public static class CommentQueries
{
    extension(IQueryable<Discussion> discussions)
    {
        /// <summary>The discussion of what has this address; none where the kind takes no comments.</summary>
        /// <param name="kind">'films', 'journal' or 'screenings'.</param>
        public IQueryable<Discussion> Under(string kind, string slug) => kind switch
        {
            "films" => discussions.Where(d => d.Film!.Slug == slug),
            "journal" => discussions.Where(d => d.Entry!.Slug == slug),
            _ => discussions.Where(d => d.Screening!.Slug == slug),
        };
    }

    extension(IQueryable<Comment> comments)
    {
        /// <summary>
        /// The comments of a discussion that reply to none, the newest first: those that are public, and those of which only the
        /// place is left, for a reply that is.
        /// </summary>
        public IQueryable<Comment> Threads(int discussionId) => comments
            .Where(c => c.DiscussionId == discussionId && c.ParentId == null && (c.IsPublic || c.Replies.Any(r => r.IsPublic)))
            .OrderByDescending(c => c.SentAt).ThenByDescending(c => c.Id);

#pragma warning disable CA1304, CA1311, CA1862, MA0011 // it becomes SQL, whose lower() asks for no culture
        /// <summary>Those of an email address, however its letters are written.</summary>
        public IQueryable<Comment> OfAddress(string email)
        {
            var lower = email.ToLowerInvariant();
            return comments.Where(c => c.Email == email || c.Email!.ToLower() == lower);
        }
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    extension(ScreeningsDb db)
    {
        /// <summary>A discussion with what it is about; null where there is none.</summary>
        public Task<DiscussionCard?> DiscussionAsync(string kind, string slug, Instant now, CancellationToken cancellationToken) =>
            db.Discussions.Under(kind, slug).Select(DiscussionCard.At(now)).SingleOrDefaultAsync(cancellationToken);

        /// <summary>Whether an organisation takes no comments from an address.</summary>
        public async Task<bool> IsBlockedAsync(string email, int? organisationId, CancellationToken cancellationToken)
        {
            if (await db.SaltOfBlockedAsync(cancellationToken) is not { } salt) return false;
            var hash = BlockedAddress.HashOf(email, salt);
            return await db.BlockedAddresses.AnyAsync(b => b.Hash == hash && b.OrganisationId == organisationId, cancellationToken);
        }

        /// <summary>The salt of all blocked addresses; null where none is blocked.</summary>
        public Task<string?> SaltOfBlockedAsync(CancellationToken cancellationToken) =>
            db.BlockedAddresses.OrderBy(b => b.Id).Select(b => b.Salt).FirstOrDefaultAsync(cancellationToken);
    }
}
