using HomsScreenings.Model;

namespace HomsScreenings.Films;

public static class FilmQueries
{
    extension(IQueryable<Film> films)
    {
        /// <summary>As a catalogue has them: by title, accents and case aside.</summary>
        public IOrderedQueryable<Film> ByTitle() => films.OrderBy(f => f.TitleKey).ThenBy(f => f.Id);
    }
}
