using HomsScreenings.Records;

namespace HomsScreenings.Storage;

public static class DraftQueries
{
    extension<T>(IQueryable<T> records) where T : class, IDraftable
    {
        /// <summary>Those that the public may see.</summary>
        public IQueryable<T> Published() => records.Where(r => r.IsPublic);
    }
}
