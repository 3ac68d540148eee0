using HomsScreenings.Model;
using HomsScreenings.Organisations;

namespace HomsScreenings.Desk;

/// <summary>Who moderates what: those who may edit what is commented on.</summary>
public static class DiscussionRights
{
    extension(IQueryable<Discussion> discussions)
    {
        /// <summary>The discussions that this organiser moderates; a stranger finds none.</summary>
        public IQueryable<Discussion> ModeratedBy(Organiser organiser) => organiser.EditsEverything
            ? discussions : discussions.Where(d => organiser.OrganisationIds.Contains(d.OwnerId!.Value));
    }

    extension(IQueryable<Comment> comments)
    {
        /// <summary>The comments that this organiser moderates; what nobody has confirmed is no comment yet.</summary>
        public IQueryable<Comment> ModeratedBy(Organiser organiser)
        {
            var sent = comments.Where(c => c.State != CommentState.Unconfirmed && c.State != CommentState.Removed);
            return organiser.EditsEverything ? sent : sent.Where(c => organiser.OrganisationIds.Contains(c.Discussion.OwnerId!.Value));
        }
    }
}
