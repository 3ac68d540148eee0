using HomsScreenings.Model;

namespace HomsScreenings.Venues;

public static class VenueQueries
{
    extension(IQueryable<Venue> venues)
    {
        /// <summary>By city, then by name; what lies in no known city comes last.</summary>
        public IOrderedQueryable<Venue> ByCity() =>
            venues.OrderBy(v => v.City == null).ThenBy(v => v.CityKey).ThenBy(v => v.NameKey).ThenBy(v => v.Id);
    }
}
