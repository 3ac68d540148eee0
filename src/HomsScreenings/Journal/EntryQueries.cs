using HomsScreenings.Model;

namespace HomsScreenings.Journal;

public static class EntryQueries
{
    extension(IQueryable<JournalEntry> entries)
    {
        /// <summary>Those that the public may see.</summary>
        public IQueryable<JournalEntry> Published() => entries.Where(e => e.IsPublic);

        /// <summary>The newest first.</summary>
        public IQueryable<JournalEntry> NewestFirst() => entries.OrderByDescending(e => e.PublishedAt).ThenByDescending(e => e.Id);
    }
}
