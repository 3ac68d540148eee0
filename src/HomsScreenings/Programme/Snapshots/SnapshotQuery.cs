using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Records;
using HomsScreenings.Text;
using NodaTime;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>Which screenings of a snapshot are wanted: the same that <see cref="ScreeningQueries"/> finds in the database.</summary>
sealed class SnapshotQuery
{
    readonly ProgrammeSnapshot _snapshot;
    readonly IdSet? _words, _films, _series, _organisations;
    readonly IdSet _partnersSeries = new();
    readonly bool[]? _places, _languages;
    readonly OrderRange[]? _days;
    readonly byte _provisions;

    SnapshotQuery(ProgrammeSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>All that is public.</summary>
    public static SnapshotQuery All(ProgrammeSnapshot snapshot) => new(snapshot);

    /// <param name="filter">What is wanted.</param>
    /// <param name="targets">The records that the filter names.</param>
    /// <param name="sets">What was found of them.</param>
    public SnapshotQuery(ProgrammeSnapshot snapshot, ScreeningFilter filter, FilterTargets targets, FilterSets sets) : this(snapshot)
    {
        _words = sets.Words(filter, targets);
        _films = sets.Films(filter, targets);
        if (filter.Series.Count > 0) _series = new(targets.Of("series", filter.Series));
        if (filter.Organisations.Count > 0)
        {
            var organisations = targets.Of("organisation", filter.Organisations);
            (_organisations, _partnersSeries) = (new(organisations), sets.PartnersSeries(organisations));
        }
        _places = PlacesOf(filter, targets.Of("venue", filter.Venues));
        if (filter.Languages.Count > 0)
        {
            var words = filter.Languages.SelectMany(l => new[] { CodesKey.Word(l), CodesKey.Beginning(l) }).ToList();
            _languages = [.. snapshot.Languages.Select(set => words.Exists(word => set.Contains(word, StringComparison.Ordinal)))];
        }
        _provisions = (byte)WantedProvisions.Of(filter);
        if (targets.DaysOf(filter) is { } days)
        {
            _days = [.. snapshot.Places.Select(place => days.In(place.TimeZone))];
            (First, Last) = (_days.Min(d => (long?)d.First) ?? First, _days.Max(d => (long?)d.End - 1) ?? Last);
        }
        if (filter.From is { } from) First = Math.Max(First, ProgrammeOrders.BeginningOf(from));
        if (filter.From is not null) Last = Math.Min(Last, ProgrammeOrders.Undated - 1);
        if (filter.To is { } to) Last = Math.Min(Last, ProgrammeOrders.BeginningOf(to.PlusDays(1)) - 1);
    }

    /// <summary>The first place in the order of the programme that is wanted.</summary>
    public long First { get; private init; } = long.MinValue;
    /// <summary>The last one.</summary>
    public long Last { get; private init; } = long.MaxValue;
    /// <summary>Only what is over later than that, in ticks of Unix time.</summary>
    public long After { get; private init; } = long.MinValue;
    /// <summary>Only what is over by then.</summary>
    public long UpTo { get; private init; } = long.MaxValue;

    public ProgrammeSnapshot Snapshot => _snapshot;

    /// <summary>What of it is not over.</summary>
    public SnapshotQuery Coming(Instant now) => new(this) { After = now.ToUnixTimeTicks() };

    /// <summary>What of it is over: exactly what is not <see cref="Coming"/>.</summary>
    public SnapshotQuery Over(Instant now) => new(this) { UpTo = now.ToUnixTimeTicks() };

    /// <summary>What of it lies between two places in the order of the programme, the first included, the end not.</summary>
    public SnapshotQuery Between(long first, long end) => new(this) { First = Math.Max(First, first), Last = Math.Min(Last, end - 1) };

    /// <summary>What of it has no date.</summary>
    public SnapshotQuery Undated() => new(this) { First = ProgrammeOrders.Undated };

    SnapshotQuery(SnapshotQuery other) : this(other._snapshot)
    {
        (_words, _films, _series, _organisations, _partnersSeries) = (other._words,
            other._films, other._series, other._organisations, other._partnersSeries);
        (_places, _languages, _days, _provisions) = (other._places, other._languages, other._days, other._provisions);
        (First, Last, After, UpTo) = (other.First, other.Last, other.After, other.UpTo);
    }

    /// <summary>Whether none of the rows can be wanted.</summary>
    public bool IsOutside(SnapshotChunk chunk) =>
        chunk.LastOrder < First || chunk.FirstOrder > Last || chunk.LastOverAt <= After || chunk.FirstOverAt > UpTo;

    /// <summary>Whether all of the rows are wanted, without a look at them.</summary>
    public bool HasAll(SnapshotChunk chunk) =>
        chunk.FirstOrder >= First && chunk.LastOrder <= Last && chunk.FirstOverAt > After && chunk.LastOverAt <= UpTo
        && _words is null && _films is null && _series is null && _organisations is null && _places is null
        && _languages is null && _days is null && _provisions == 0;

    public bool Has(in SnapshotRow row) =>
        row.Order >= First && row.Order <= Last && row.OverAt > After && row.OverAt <= UpTo
        && (row.Provisions & _provisions) == _provisions
        && (_places is null || _places[row.Place])
        && (_languages is null || _languages[row.Languages])
        && (_days is null || _days[row.Place].Has(row.Order))
        && (_series is null || _series.Contains(row.Series))
        && (_organisations is null || _organisations.Contains(row.Organisation) || _partnersSeries.Contains(row.Series))
        && (_words is null || _words.Contains(row.Id))
        && (_films is null || _films.Contains(row.Id));

    bool[]? PlacesOf(ScreeningFilter filter, IReadOnlyList<int> venues)
    {
        if (filter.Venues.Count + filter.Cities.Count + filter.Countries.Count == 0 && filter.Near is null) return null;
        var cities = filter.Cities.SelectMany(PlaceNames.KeysOf).ToHashSet(StringComparer.Ordinal);
        return [.. _snapshot.Places.Select(place =>
            (filter.Venues.Count == 0 || venues.Contains(place.Venue))
            && (cities.Count == 0 || cities.Contains(place.TownKey))
            && (filter.Countries.Count == 0 || filter.Countries.Contains(place.Country, StringComparer.Ordinal))
            && (filter.Near is not { } near || near.Reaches(place.Latitude, place.Longitude)))];
    }
}
