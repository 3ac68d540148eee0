using HomsScreenings.Films;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Pages.Shared;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>Screenings as cinemas print them: each film of a day once, or each venue, and under it the times.</summary>
public sealed class Listing(IReadOnlyList<ScreeningCard> screenings, IndexModel page)
{
    readonly ProgrammeList _list = new(screenings, page.Now);
    readonly StringComparer _byName = StringComparer.Create(Language.Current.Culture, ignoreCase: true);
    readonly Dictionary<int, ShowingMark[]> _marks = screenings.ToDictionary(s => s.Id, s => ShowingMark.Of(s).ToArray());

    public IEnumerable<ListedDay> Days => _list.Days;

    /// <summary>What is shown, in the order of its first times; several films in one screening are a programme of their own.</summary>
    public IEnumerable<ListedBill> BillsOf(IEnumerable<ScreeningCard> some) => some.OrderBy(s => s.ProgrammeOrder).ThenBy(s => s.Id)
        .GroupBy(s => (s.Title, Films: string.Join(' ', s.Films.Select(f => f.Slug)))).Select(bill => new ListedBill(
            [.. bill], [.. bill.First().Films.Select(f => page.Films.GetValueOrDefault(f.Slug)).OfType<FilmInBrief>()], this));

    /// <summary>Where it is shown: the nearest first where a distance was asked for, otherwise by name.</summary>
    public IEnumerable<ListedPlace> PlacesOf(IEnumerable<ScreeningCard> some) => some
        .GroupBy(s => s.VenueSlug ?? T("{0}, {1}", s.WhereSeen(page.Now), s.Town)).Select(place => Place([.. place]))
        .OrderBy(p => p.Km ?? int.MaxValue).ThenBy(p => p.Name, _byName);

    public IEnumerable<ShowingMark> MarksOf(ScreeningCard screening) => _marks[screening.Id];

    ListedPlace Place(IReadOnlyList<ScreeningCard> some)
    {
        var first = some[0];
        return new(some, first.VenueName ?? first.WhereSeen(page.Now), first.VenueSlug, _list.TownOf(first), _list.IsOfOneTown,
            page.Filter.Near?.KmTo(first.AboutLatitude, first.AboutLongitude), _list.ZoneOf(first),
            some.DistinctBy(s => s.RoomName).Count() > 1, page.Now);
    }
}

/// <summary>A film, or a programme of several, and all its screenings of a day.</summary>
/// <param name="Films">What is printed of its films, in their order.</param>
public sealed record ListedBill(IReadOnlyList<ScreeningCard> Screenings, IReadOnlyList<FilmInBrief> Films, Listing Listing)
{
    public ScreeningCard First => Screenings[0];

    /// <summary>What all of them have.</summary>
    public IReadOnlyList<ShowingMark> Common { get; } =
        [.. Screenings.Select(Listing.MarksOf).Aggregate(Enumerable.Intersect)];

    public IEnumerable<ListedPlace> Places => Listing.PlacesOf(Screenings);
}

/// <summary>A place, and screenings there on a day.</summary>
/// <param name="Name">The venue, or what is known instead.</param>
/// <param name="IsInTheOnlyTown">Whether all the list is in its town.</param>
/// <param name="Km">How far it is, where that was asked for.</param>
/// <param name="Zone">Its zone, where most of the list has another.</param>
/// <param name="HasRooms">Whether they are in several rooms.</param>
public sealed record ListedPlace(IReadOnlyList<ScreeningCard> Screenings, string Name, string? Slug, string Town, bool IsInTheOnlyTown,
    int? Km, string? Zone, bool HasRooms, Instant Now)
{
    /// <summary>How far it is, in words.</summary>
    public string? Distance => Km is { } km ? Nearby.Away(km) : null;

    /// <summary>What is known of getting in: that of the venue, and so the same for all.</summary>
    public IEnumerable<string> AccessWords => Screenings[0].AccessWords.Except(Screenings[0].ProvisionWords);

    /// <summary>Its screenings of a film, each with what they do not all have.</summary>
    public IEnumerable<Showing> Showings(ListedBill bill) => Screenings.OrderBy(s => s.ProgrammeOrder).ThenBy(s => s.Id)
        .Select(s => new Showing(s, HasRooms ? s.RoomName : null,
            [.. bill.Listing.MarksOf(s).Except(bill.Common).Where(m => m.Short is not null)], Now));
}

/// <summary>A time, and the link to its screening.</summary>
public sealed record Showing(ScreeningCard Screening, string? Room, IReadOnlyList<ShowingMark> Marks, Instant Now);
