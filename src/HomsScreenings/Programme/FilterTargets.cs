using HomsScreenings.Model;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Records;
using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme;

/// <summary>A record whose name has the words of a search.</summary>
/// <param name="Path">Its address.</param>
public sealed record FoundByName(string Title, string Path);

/// <summary>
/// What a filter leads to in the database: the records that it names by their slugs, old ones included (who follows a
/// feed keeps following it), and the screenings that have its words.
/// </summary>
public sealed class FilterTargets
{
    readonly ILookup<(string Filter, string Slug), int> _records;
    readonly ScreeningsDb? _db;
    readonly SearchWords? _search;

    FilterTargets(ScreeningsDb? db, IEnumerable<((string, string) Key, int Id)> records, SearchWords? search) =>
        (_db, _records, _search) = (db, records.ToLookup(r => r.Key, r => r.Id), search);

    public static FilterTargets None { get; } = new(null, [], null);

    /// <summary>What the records are called, by filter and slug; what is asked for by an old slug keeps that for a name.</summary>
    public IReadOnlyDictionary<(string Filter, string Slug), string> Titles { get; private init; } = new Dictionary<(string,
        string), string>();

    /// <summary>The words by which was searched in place of words that the programme does not have.</summary>
    public IReadOnlyList<string> WordsTaken => _search?.Taken ?? [];

    /// <summary>Films, people, venues and series whose names have the words of the search; a few of each.</summary>
    public IReadOnlyList<FoundByName> ByName { get; private init; } = [];

    /// <summary>Whether the words of the search, as they were typed, are a name.</summary>
    public bool IsName => ByName.Count > 0 && WordsTaken.Count == 0;

    internal IReadOnlyList<int> Of(string filter, IReadOnlyList<string> slugs) =>
        [.. slugs.SelectMany(slug => _records[(filter, slug)]).Distinct()];

    /// <summary>The days that are asked for by name; null when none are.</summary>
    internal NamedDays? DaysOf(ScreeningFilter filter) => filter.On is null ? null : Days;

    NamedDays? Days { get; init; }

    /// <summary>The screenings that have the words; null when none were asked for.</summary>
    internal IQueryable<int>? WithWords(ScreeningFilter filter) =>
        SearchOf(filter) is { } search ? _db!.ScreeningSearch(search.Expression).Select(hit => hit.ScreeningId) : null;

    /// <summary>The words, as the database is asked for them; null when none were asked for.</summary>
    internal SearchWords? SearchOf(ScreeningFilter filter) => filter.Query is null ? null : _search;

    /// <summary>The screenings that show one of the films; null when none were asked for.</summary>
    internal IQueryable<int>? WithFilms(ScreeningFilter filter)
    {
        var films = Of("film", filter.Films);
        return filter.Films.Count == 0 ? null : _db!.Set<ScreeningFilm>().Where(f => films.Contains(f.FilmId)).Select(f => f.ScreeningId);
    }

    /// <summary>The series that one of the organisations is a partner of; null when none were asked for.</summary>
    internal IQueryable<int>? WithPartners(ScreeningFilter filter)
    {
        var organisations = Of("organisation", filter.Organisations);
        return filter.Organisations.Count == 0 ? null
            : _db!.Series.Where(s => s.Partners.Any(p => organisations.Contains(p.OrganisationId))).Select(s => s.Id);
    }

    const string FilmKind = nameof(Film), PersonKind = nameof(Person), SeriesKind = nameof(ScreeningSeries), VenueKind = nameof(Venue),
        OrganisationKind = nameof(Organisation);
    const int MaxOfAKind = 3;

    /// <summary>
    /// Finds them: in one statement, none where the filter names none, and one more for the words of the programme when somebody has saved.
    /// </summary>
    /// <param name="byName">Whether records whose names have the words of the search are wanted too.</param>
    /// <returns>The records, and a sentence for each slug that names nothing.</returns>
    public static async Task<(FilterTargets Targets, IReadOnlyList<string> Problems)> FindAsync(
        ScreeningsDb db, ScreeningFilter filter, CancellationToken cancellationToken, bool byName = false)
    {
        var search = filter.Query is { } query ? SearchWords.Of(query, await Vocabulary.OfAsync(db, cancellationToken)) : null;
        if (search is { Words.Count: 0 }) search = null;
        var days = filter.On is { } on ? NamedDays.Of(on, await ZonesAsync(db, cancellationToken), db.Now) : null;
        var namesAny = filter.Films.Count + filter.Series.Count + filter.Venues.Count + filter.Organisations.Count > 0;
        if (!namesAny && (search is null || !byName)) return (new(db, [], search) { Days = days }, []);

        var rows = BySlug(db, filter);
        if (search is not null && byName) rows = rows.Concat(ByWords(db, search));
        var found = await rows.ToListAsync(cancellationToken);

        var problems = new List<string>();
        var (records, titles) = (new List<((string, string), int)>(), new Dictionary<(string, string), string>());
        Take("film", FilmKind, filter.Films);
        Take("series", SeriesKind, filter.Series);
        Take("venue", VenueKind, filter.Venues);
        Take("organisation", OrganisationKind, filter.Organisations);
        return (new(db, records, search)
        {
            Titles = titles,
            Days = days,
            ByName = [.. found.Where(f => f.IsByName).Select(f => new FoundByName(f.Title!, $"/{PathOf(f.Kind)}/{f.Slug}"))],
        }, problems);

        void Take(string word, string kind, IReadOnlyList<string> slugs)
        {
            foreach (var slug in slugs)
            {
                var named = found.Where(f => !f.IsByName && f.Kind == kind && f.Slug == slug).ToList();
                if (named.Count == 0) problems.Add(SlugWords.Missing(word, slug));
                records.AddRange(named.Select(f => ((word, slug), f.Id!.Value)));
                if (named.Count > 0) titles[(word, slug)] = named.Select(f => f.Title).FirstOrDefault(t => t is not null) ?? slug;
            }
        }
    }

    static async Task<IEnumerable<string>> ZonesAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        (await SnapshotStore.GetAsync(db, cancellationToken)).Places.Select(p => p.TimeZone).OfType<string>()
            .Distinct(StringComparer.Ordinal);

    static string PathOf(string kind) => kind switch { FilmKind => "films", PersonKind => "people", VenueKind => "venues", _ => "series" };

    sealed class Row
    {
        public required string Kind { get; init; }
        public required string Slug { get; init; }
        public required int? Id { get; init; }
        public required string? Title { get; init; }
        public required bool IsByName { get; init; }
    }

    static IQueryable<Row> BySlug(ScreeningsDb db, ScreeningFilter filter) =>
        db.Films.Published().Where(r => filter.Films.Contains(r.Slug)).Select(r => new Row
        {
            Kind = FilmKind,
            Slug = r.Slug,
            Id = r.Id,
            Title = r.TitleIn(Language.Current.Tag),
            IsByName = false
        })
            .Concat(db.Series.Where(r => r.IsPublic && filter.Series.Contains(r.Slug)).Select(r => new Row
            {
                Kind = SeriesKind,
                Slug = r.Slug,
                Id = r.Id,
                Title = r.TitleIn(Language.Current.Tag),
                IsByName = false
            }))
            .Concat(
                db.Venues.Published().Where(r => filter.Venues.Contains(r.Slug))
                    .Select(r => new Row
                    {
                        Kind = VenueKind,
                        Slug = r.Slug,
                        Id = r.Id,
                        Title = r.NameIn(Language.Current.Tag),
                        IsByName = false
                    }))
            .Concat(
                db.Organisations.Where(r => filter.Organisations.Contains(r.Slug))
                    .Select(r => new Row
                    {
                        Kind = OrganisationKind,
                        Slug = r.Slug,
                        Id = r.Id,
                        Title = r.NameIn(Language.Current.Tag),
                        IsByName = false
                    }))
            .Concat(db.PastSlugs.Where(p => p.TargetId != null && p.WasPublic
                && ((p.Kind == FilmKind && filter.Films.Contains(p.Slug) && db.Films.Any(f => f.Id == p.TargetId && f.IsPublic))
                    || (p.Kind == SeriesKind && filter.Series.Contains(p.Slug))
                    || (p.Kind == VenueKind && filter.Venues.Contains(p.Slug) && db.Venues.Any(v => v.Id == p.TargetId && v.IsPublic))
                    || (p.Kind == OrganisationKind && filter.Organisations.Contains(p.Slug))))
                .Select(p => new Row { Kind = p.Kind, Slug = p.Slug, Id = p.TargetId, Title = null, IsByName = false }));

    static readonly Rule<Func<string, string, string?, bool>> HasRule = new((key, word, definite) =>
        (" " + key).Contains(word) || (definite != null && (" " + key).Contains(definite)));

    /// <summary>Whether a word of a key begins so, or is what it is with the article: 'زهراء' is in 'سينما الزهراء'.</summary>
    [Rule(nameof(HasRule))]
    static bool Has(string key, string word, string? definite) => HasRule.Run(key, word, definite);

    // The shortest names first: of those that have the words they have the least beside them.
    static IQueryable<Row> ByWords(ScreeningsDb db, SearchWords search)
    {
        var films = db.Films.Published();
        var people = db.People.Published();
        var venues = db.Venues.Published();
        var series = db.Series.Where(s => s.IsPublic);
        var (otherNames, otherVenueNames) = (db.Set<PersonTranslation>(), db.Set<VenueTranslation>());
        foreach (var form in search.Words.Select(forms => forms[^1]))
        {
            var (word, definite) = (" " + form, FindableWords.WithArticle(form) is { } article ? " " + article : null);
            films = films.Where(f => Has(f.TitleKey, word, definite));
            people = people.Where(p => Has(p.NameKey, word, definite)
                || otherNames.Where(t => Has(t.NameKey, word, definite)).Select(t => t.PersonId).Contains(p.Id));
            venues = venues.Where(v => Has(v.NameKey, word, definite)
                || otherVenueNames.Where(t => Has(t.NameKey, word, definite)).Select(t => t.VenueId).Contains(v.Id));
            series = series.Where(s => Has(s.TitleKey, word, definite));
        }
        return films.OrderBy(f => f.TitleKey.Length).ThenBy(f => f.Id).Take(MaxOfAKind).Select(r => new Row
        {
            Kind = FilmKind,
            Slug = r.Slug,
            Id = r.Id,
            Title = r.TitleIn(Language.Current.Tag),
            IsByName = true
        })
            .Concat(
                people.OrderBy(p => p.NameKey.Length).ThenBy(p => p.Id).Take(MaxOfAKind)
                    .Select(p => new Row
                    {
                        Kind = PersonKind,
                        Slug = p.Slug,
                        Id = p.Id,
                        Title = p.NameIn(Language.Current.Tag),
                        IsByName = true
                    }))
            .Concat(
                venues.OrderBy(v => v.NameKey.Length).ThenBy(v => v.Id).Take(MaxOfAKind)
                    .Select(v => new Row
                    {
                        Kind = VenueKind,
                        Slug = v.Slug,
                        Id = v.Id,
                        Title = v.NameIn(Language.Current.Tag),
                        IsByName = true
                    }))
            .Concat(series.OrderBy(s => s.TitleKey.Length).ThenBy(s => s.Id).Take(MaxOfAKind).Select(r => new Row
            {
                Kind = SeriesKind,
                Slug = r.Slug,
                Id = r.Id,
                Title = r.TitleIn(Language.Current.Tag),
                IsByName = true
            }));
    }
}
