using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>
/// What is news to subscribers: a screening that is announced, or of which time, place, programme or status changed, as long as it
/// is to come; and an entry of the journal that is published.
/// </summary>
public static class FollowedNews
{
    extension(IQueryable<Screening> screenings)
    {
        /// <summary>
        /// Those that were announced or changed then. Whatever changes has a new time of change: that finds them by an index.
        /// </summary>
        public IQueryable<Screening> NewsOf(DigestInterval interval)
        {
            var (from, until) = (interval.From, interval.Until);
            return screenings.Published().Where(s => s.ChangedAt > from
                && ((s.PublishedAt > from && s.PublishedAt <= until) || (s.RevisedAt > from && s.RevisedAt <= until)));
        }
    }

    extension(IQueryable<JournalEntry> entries)
    {
        public IQueryable<JournalEntry> NewsOf(DigestInterval interval)
        {
            var (from, until) = (interval.From, interval.Until);
            return entries.Published().Where(e => e.PublishedAt > from && e.PublishedAt <= until);
        }
    }

    extension(FollowedFilter followed)
    {
        /// <summary>The screenings that it is about, as the feed of the same filter has them.</summary>
        public IQueryable<Screening> Screenings(ScreeningsDb db, Instant now)
        {
            var found = db.Screenings.Matching(followed.Filter, followed.Targets);
            return followed.Filter.IncludesPast ? found : found.NotOver(now);
        }

        /// <summary>
        /// The entries that go with it: those about its films and those of its organisations, all of them with everything; null where
        /// it names neither. Without those that come as a newsletter.
        /// </summary>
        public IQueryable<JournalEntry>? Entries(ScreeningsDb db)
        {
            var (all, takesNewsletters) = (followed.Filter.IsEmpty, followed.TakesNewsletters);
            var films = followed.Targets.Of("film", followed.Filter.Films);
            var organisations = followed.Targets.Of("organisation", followed.Filter.Organisations);
            if (!all && films.Count + organisations.Count == 0) return null;
            return db.Journal.Where(e => all || e.Subjects.Any(s => s.FilmId != null && films.Contains(s.FilmId.Value))
                    || (e.OrganisationId != null && organisations.Contains(e.OrganisationId.Value)))
                .Where(e => !takesNewsletters || e.Mailing == null || e.Mailing.Language != null
                    || !(all || organisations.Contains(e.OrganisationId!.Value)));
        }
    }
}
