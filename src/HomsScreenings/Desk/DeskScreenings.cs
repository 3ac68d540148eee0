using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>Screenings as the desk asks for them.</summary>
public static class DeskScreenings
{
    extension(IQueryable<Screening> screenings)
    {
        /// <summary>With all that its verbs and forms rest on.</summary>
        public IQueryable<Screening> Whole() => screenings
            .Include(s => s.Films).ThenInclude(f => f.Film).ThenInclude(f => f.RunningTimes)
            .Include(s => s.Films).ThenInclude(f => f.RunningTime)
            .Include(s => s.Speakers).ThenInclude(p => p.Person).Include(s => s.Translations)
            .Include(s => s.Venue!).ThenInclude(v => v.Rooms)
            .Include(s => s.Room).Include(s => s.Series).Include(s => s.Organisation).Include(s => s.Seats)
            .AsSplitQuery();

        /// <summary>What took place and nobody has counted.</summary>
        public IQueryable<Screening> Uncounted() => screenings.Where(s => s.IsPublic && s.IsOn && s.Attendance == null);
    }

    extension(ScreeningsDb db)
    {
        /// <summary>The present slug of a screening of the organiser's that once had another; null where there is none.</summary>
        public Task<string?> WhereTheDeskFindsAsync(Organiser organiser, string pastSlug, CancellationToken cancellationToken) =>
            db.Screenings.EditableBy(organiser)
                .Where(s => db.PastSlugs.Any(p => p.Kind == nameof(Screening) && p.Slug == pastSlug && p.TargetId == s.Id))
                .Select(s => (string?)s.Slug).SingleOrDefaultAsync(cancellationToken);
    }
}
