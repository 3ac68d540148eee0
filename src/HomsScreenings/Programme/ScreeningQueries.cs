using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Records;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>The sentences in which screenings are asked for.</summary>
public static class ScreeningQueries
{
    /// <summary>How long a screening stays in its feeds after it is over.</summary>
    public static readonly Duration FeedMemory = Duration.FromDays(90);

    extension(IQueryable<Screening> screenings)
    {
        /// <summary>What the public may see, whatever became of it.</summary>
        public IQueryable<Screening> Published() => screenings.Where(s => s.IsPublic);

        /// <summary>
        /// What is not over. Without a date that is what nobody has counted the visitors of, in a series that has not ended.
        /// The bound on the order says nothing new; it spares the database the past.
        /// </summary>
        public IQueryable<Screening> Upcoming(Instant now)
        {
            var first = ProgrammeOrders.FirstPossibleAt(now);
            return screenings.NotOver(now).Where(s => s.ProgrammeOrder >= first);
        }

        /// <summary>The same without that bound, for those who list it in another order.</summary>
        public IQueryable<Screening> NotOver(Instant now) => screenings.Where(s => !s.IsOver(now));

        /// <summary>What is over: exactly what is not <see cref="Upcoming"/>.</summary>
        public IQueryable<Screening> Over(Instant now)
        {
            var latest = ProgrammeOrders.LatestPossibleAt(now);
            return screenings.Where(s => s.IsOver(now) && s.LatestOrder >= latest);
        }

        /// <summary>By programme day and time; what has no time comes last in its day, what has no date last of all.</summary>
        public IOrderedQueryable<Screening> InProgrammeOrder() => screenings.OrderBy(s => s.ProgrammeOrder).ThenBy(s => s.Id);

        /// <summary>The latest first; what has no time comes last in its day, what has no date last of all.</summary>
        public IOrderedQueryable<Screening> LatestFirst() => screenings.OrderBy(s => s.LatestOrder).ThenBy(s => s.Id);

        /// <summary>What calendars follow: with a date, not over, or over for no longer than <see cref="FeedMemory"/>.</summary>
        public IQueryable<Screening> InCalendars(Instant now, bool all = false)
        {
            var since = now.InUtc().Date.AtMidnight().InUtc().ToInstant() - FeedMemory;
            return screenings.Where(s => s.EndsAt != null && (all || s.EndsAt > since));
        }

        public IQueryable<Screening> Matching(ScreeningFilter filter, FilterTargets targets)
        {
            var found = screenings.MatchingPlace(filter);
            if (targets.WithWords(filter) is { } withWords) found = found.Where(s => withWords.Contains(s.Id));
            if (targets.WithFilms(filter) is { } withFilms) found = found.Where(s => withFilms.Contains(s.Id));
            var (series, venues) = (targets.Of("series", filter.Series), targets.Of("venue", filter.Venues));
            if (filter.Series.Count > 0) found = found.Where(s => series.Contains(s.SeriesId!.Value));
            if (filter.Venues.Count > 0) found = found.Where(s => venues.Contains(s.VenueId!.Value));
            if (targets.WithPartners(filter) is { } withPartners)
            {
                var organisations = targets.Of("organisation", filter.Organisations);
                found = found.Where(s => organisations.Contains(s.OrganisationId!.Value) || withPartners.Contains(s.SeriesId!.Value));
            }
            // By the order, in which days follow one another and what has no date comes last: it stands in the index that counts and lists.
            if (filter.From is not null || filter.To is not null)
            {
                var first = filter.From is { } from ? ProgrammeOrders.BeginningOf(from) : long.MinValue;
                var end = filter.To is { } to ? ProgrammeOrders.BeginningOf(to.PlusDays(1)) : ProgrammeOrders.Undated;
                found = found.Where(s => s.ProgrammeOrder >= first && s.ProgrammeOrder < end);
            }
            if (targets.DaysOf(filter) is { } days) found = found.Where(IsOn(days));
            if (WantedProvisions.Of(filter) is not Provisions.None and var wanted)
                found = found.Where(s => (s.Provisions & wanted) == wanted);
            if (filter.Languages.Count > 0) found = found.Where(AnyLanguage(filter.Languages));
            return found;
        }

        /// <summary>Those within reach of a place.</summary>
        public IQueryable<Screening> Near(Nearby near) => screenings.Where(IsNear(near));

        IQueryable<Screening> MatchingPlace(ScreeningFilter filter)
        {
            if (filter.Cities.Count > 0)
            {
                var keys = filter.Cities.SelectMany(PlaceNames.KeysOf).ToList();
                screenings = screenings.Where(s => keys.Contains(s.TownKey));
            }
            if (filter.Countries.Count > 0)
                screenings = screenings.Where(s => filter.Countries.Contains(s.TownCountry!));
            return filter.Near is { } near ? screenings.Near(near) : screenings;
        }
    }

    // One condition for the days as most of the programme has them, and one for each part of the world where they are others.
    static Expression<Func<Screening, bool>> IsOn(NamedDays days)
    {
        var others = days.Zones.ToList();
        var elsewhere = IsWithin(days.Elsewhere);
        if (others.Count == 0) return elsewhere;
        var zonesOfOthers = others.SelectMany(z => z).ToList();
        Expression<Func<Screening, bool>> isElsewhere = s => s.TimeZone == null || !zonesOfOthers.Contains(s.TimeZone);
        return Any(others.Select(zones => Both(IsIn([.. zones]), IsWithin(zones.Key))).Prepend(Both(isElsewhere, elsewhere)));
    }

    static Expression<Func<Screening, bool>> IsIn(List<string> zones) => s => zones.Contains(s.TimeZone!);

    static Expression<Func<Screening, bool>> IsWithin(OrderRange days)
    {
        var (first, end) = (days.First, days.End);
        return s => s.ProgrammeOrder >= first && s.ProgrammeOrder < end;
    }

    static Expression<Func<Screening, bool>> Both(Expression<Func<Screening, bool>> one, Expression<Func<Screening, bool>> other) =>
        Joined([one, other], Expression.AndAlso);

    static Expression<Func<Screening, bool>> Any(IEnumerable<Expression<Func<Screening, bool>>> conditions) =>
        Joined(conditions, Expression.OrElse);

    static Expression<Func<Screening, bool>> Joined(IEnumerable<Expression<Func<Screening, bool>>> conditions,
        Func<Expression, Expression, BinaryExpression> join)
    {
        var screening = Expression.Parameter(typeof(Screening), "s");
        var bodies = conditions.Select(one => ReplacingExpressionVisitor.Replace(one.Parameters[0], screening, one.Body));
        return Expression.Lambda<Func<Screening, bool>>(bodies.Aggregate(join), screening);
    }

    // One condition for each language.
    static Expression<Func<Screening, bool>> AnyLanguage(IReadOnlyList<string> languages) => Any(languages.Select(HasLanguage));

    static Expression<Func<Screening, bool>> HasLanguage(string language)
    {
        var (word, beginning) = (CodesKey.Word(language), CodesKey.Beginning(language));
        return s => s.AllLanguages.Contains(word) || s.AllLanguages.Contains(beginning);
    }

    // On the plane that touches the earth at the point: under one per cent off within a hundred kilometres, a few at
    // five hundred, and nothing but multiplication, which every database can do. The box before it is for the index;
    // the three offsets reach round the date line.
    static Expression<Func<Screening, bool>> IsNear(Nearby near)
    {
        var (north, east) = (near.Latitude, near.Longitude);
        var narrowing = Math.Cos(north * Math.PI / 180);
        var narrowingSquared = narrowing * narrowing;
        var reach = near.WithinKm / Nearby.KmPerDegree;
        var reachSquared = reach * reach;
        var (south, top) = (north - reach, north + reach);
        return s => s.Latitude >= south && s.Latitude <= top
            && (SquaredDistance(s.Latitude!.Value - north, s.Longitude!.Value - east, narrowingSquared) <= reachSquared
                || SquaredDistance(s.Latitude.Value - north, s.Longitude.Value - east - 360, narrowingSquared) <= reachSquared
                || SquaredDistance(s.Latitude.Value - north, s.Longitude.Value - east + 360, narrowingSquared) <= reachSquared);
    }

    static readonly Rule<Func<double, double, double, double>> SquaredDistanceRule = new((north, east, narrowingSquared) =>
        north * north + east * east * narrowingSquared);

    [Rule(nameof(SquaredDistanceRule))]
    static double SquaredDistance(double north, double east, double narrowingSquared) =>
        SquaredDistanceRule.Run(north, east, narrowingSquared);
}
