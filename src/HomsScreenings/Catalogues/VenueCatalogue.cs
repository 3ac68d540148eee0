using HomsScreenings.Maps;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Programme;
using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Venues;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>All venues, by country, town and name; what lies in no known country or town comes last.</summary>
public static class VenueCatalogue
{
    const string StepFree = "step-free", HearingLoop = "hearing-loop", Toilet = "toilet", Wheelchair = "wheelchair";
    const int MaxCityLength = 100;

    static readonly CatalogueFacet Access = CatalogueFacet.OneOf("access", [StepFree, HearingLoop, Toilet, Wheelchair], name => name switch
    {
        StepFree => T("Step-free access"),
        HearingLoop => T("Hearing loop"),
        Toilet => T("Accessible toilet"),
        _ => T("Wheelchair spaces"),
    }) with
    { NeedsAll = true };

    static readonly CatalogueFacet City = new("city",
        typed => typed.Length <= MaxCityLength && SearchKey.Of(typed).Length > 0 ? typed : null,
        typed => T("'{0}' is not the name of a city.", typed), city => PlaceNames.Town(city, null))
    { IsSpeltAnyhow = true };

    public static IReadOnlyList<CatalogueFacet> Facets { get; } = [Access, CatalogueFacet.Country, City];

    static readonly CatalogueSource Source = new("venues", db => RecordsStamp.Of(db.Venues), ReadAsync,
        (venue, days) => venue with { Next = days.Venues.GetValueOrDefault(venue.Id) });

    /// <summary>Finds a page: in one statement for its cards, and in a few more after a save.</summary>
    public static async Task<CataloguePage<VenueCard>> FindAsync(
        ScreeningsDb db, CatalogueFilter filter, int skip, int size, Instant now, CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueStore.GetAsync(db, Source, now, cancellationToken);
        return await catalogue.PageAsync(filter, skip, size, found => found, CardsAsync);

        async Task<Dictionary<int, VenueCard>> CardsAsync(int[] ids) =>
            await db.Venues.Published().Where(v => ids.Contains(v.Id)).Select(VenueCard.Of).ToDictionaryAsync(v => v.Id, cancellationToken);
    }

    /// <summary>The towns of what was found, those with the most venues first.</summary>
    public static ProgrammePlaces TownsOf(CatalogueResult found) =>
        ProgrammePlaces.OfVenues(found.Entries.Select(e => (Only(e.Values[2]), Only(e.Values[1]), e.At)));

    static string? Only(IReadOnlyList<string> values) => values is [var value] ? value : null;

    /// <summary>
    /// A filter with these towns in the place of those that it had; with their countries alone where they are more than can be
    /// asked for, and none where those are too.
    /// </summary>
    public static CatalogueFilter OfTowns(CatalogueFilter filter, IReadOnlyList<ProgrammePlace> towns)
    {
        var names = towns.Select(t => t.Name).Distinct(StringComparer.Ordinal).ToList();
        var countries = towns.Any(t => t.Country is null) ? [] : towns.Select(t => t.Country!).Distinct(StringComparer.Ordinal).ToList();
        var room = CatalogueFilter.MaxValues - filter.Values.Count(v => v.Facet == Access.Name);
        return filter.With(City, names.Count + countries.Count <= room ? names : [], Facets)
            .With(CatalogueFacet.Country, countries.Count <= room ? countries : [], Facets);
    }

    static async Task<CatalogueRows> ReadAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Venues.Published().Select(v => new Row(v.Id, v.Name, v.NameIn(Language.Current.Tag), v.TextLanguage,
            v.Area, v.City, v.Region, v.Country, v.StepFree, v.HearingLoop, v.AccessibleToilet, v.WheelchairPlaces,
            v.Latitude, v.Longitude, v.Translations.Select(t => t.Name).ToList())).ToListAsync(cancellationToken);
        var inOrder = rows.Select(v => (Venue: v, Place: OrderOf(v), Key: SortKey.OfTitle(v.Shown, v.ShownLanguage)))
            .OrderBy(v => v.Place, StringComparer.Ordinal).ThenBy(v => v.Key, StringComparer.Ordinal).ThenBy(v => v.Venue.Id);
        return new(Facets, [.. inOrder.Select(v => new CatalogueEntry(v.Venue.Id, SortKey.Letter(v.Key), CatalogueEntry.Join(
            FindableWords.Of([v.Venue.Name, .. v.Venue.Others, v.Venue.Area, v.Venue.City, v.Venue.Region,
                .. PlaceNames.InOtherLanguages(v.Venue.City, v.Venue.Region, v.Venue.Country)])),
            [AccessOf(v.Venue), v.Venue.Country is { } country ? [country] : [], v.Venue.City is { } city ? [city] : []])
        { At = v.Venue.At })]);
    }

    sealed record Row(int Id, string Name, string Shown, string TextLanguage,
        string? Area, string? City, string? Region, string? Country, Known StepFree, Known HearingLoop, Known Toilet,
        int? WheelchairPlaces, double? Latitude, double? Longitude, List<string?> Others)
    {
        public string ShownLanguage => Shown == Name ? TextLanguage : Language.Current.Tag;

        public GeoPoint? At => Latitude is { } north && Longitude is { } east ? new(north, east) : null;
    }

    // Of names that are not known the place is behind all letters.
    static string OrderOf(Row venue) => string.Join('\u0001',
        new[]
        {
            venue.Country is { } country ? CountryCodes.Name(country) : null,
            venue.City is { } city ? PlaceNames.Town(city, venue.Country) : null,
            venue.Region is { } region ? PlaceNames.Region(region, venue.Country) : "",
        }.Select(name => name is null ? "9" : SortKey.OfName(name)));

    static IReadOnlyList<string> AccessOf(Row venue) =>
        [.. new[]
        {
            (StepFree, venue.StepFree == Known.Yes), (HearingLoop, venue.HearingLoop == Known.Yes), (Toilet, venue.Toilet == Known.Yes),
            (Wheelchair, venue.WheelchairPlaces > 0),
        }.Where(a => a.Item2).Select(a => a.Item1)];
}
