using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>
/// Who is meant by names that somebody typed: the one who bears just this name, or else one that reads the same
/// (<see cref="SearchKey"/>), in Latin, in their own script or in another language; of several the one whose slug stands beside the name
/// (<see cref="TypedPerson"/>). Any other name is a new person.
/// </summary>
public sealed class NamedPeople
{
    readonly List<Person> _people;
    readonly Dictionary<string, Person> _added = new(StringComparer.Ordinal);

    NamedPeople(List<Person> people) => _people = people;

    /// <summary>Looks up all of them, in one statement.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="typed">The names as they were typed.</param>
    /// <param name="ids">People who are known already by their numbers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public static async Task<NamedPeople> FindAsync(ScreeningsDb db, IReadOnlyList<string> typed, IReadOnlyList<int> ids,
        CancellationToken cancellationToken)
    {
        if (typed.Count == 0) return new NamedPeople([]);
        var slugs = typed.Select(TypedPerson.SlugIn).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var keys = typed.Select(name => SearchKey.Of(name)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        // The key of a person holds both names, one after the other; whose name it is, is looked at here.
        return new NamedPeople(await db.People.Include(p => p.Translations).Where(p => ids.Contains(p.Id) || slugs.Contains(p.Slug)
                || typed.Contains(p.Name) || typed.Contains(p.OriginalName!)
                || keys.Any(key => (" " + p.NameKey + " ").Contains(" " + key + " "))
                || p.Translations.Any(t => typed.Contains(t.Name!) || keys.Contains(t.NameKey)))
            .OrderBy(p => p.Id).ToListAsync(cancellationToken));
    }

    /// <summary>The one who is meant, if there is such a one.</summary>
    public Person? Known(string typed) => Meant(typed) is [var one] ? one : null;

    /// <summary>The same in a row that was filled with a person: as long as the name is left as it was, they are meant.</summary>
    public Person? Known(int? filledWith, string typed) =>
        _people.Find(p => p.Id == filledWith && p.Id > 0 && p.Name == typed) ?? Known(typed);

    /// <summary>
    /// A sentence where it is not known who is meant, and where the name cannot become that of a new person; null where
    /// all is well.
    /// </summary>
    public string? Problem(string typed) => Meant(typed) switch
    {
        [_] => null,
        [] when typed.Length > Lengths.Name || !Names.Fits(typed) => "The name is too long.",
        [] when !Names.CanBeSearched(typed) => "A name needs a letter or a digit.",
        [] => null,
        var several =>
            $"Several people are called {typed}: choose {string.Join(" or ", several.Select(p => $"'{TypedPerson.Format(p.Name, p.Slug)}'"))}.",
    };

    /// <summary>Whether nobody is meant who is there already.</summary>
    public bool IsNew(string typed) => Meant(typed).Count == 0;

    /// <summary>How the person is typed so that just they are meant.</summary>
    public string Format(Person person) => Known(person.Name) == person ? person.Name : TypedPerson.Format(person.Name, person.Slug);

    /// <summary>A new person for a name that nobody bears, the same one for each time that it is typed.</summary>
    public async Task<Person> AddAsync(ScreeningsDb db, string name, int? organisationId, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(name);
        if (_added.TryGetValue(key, out var known)) return known;
        var person = new Person
        {
            Slug = await db.FreeSlugAsync<Person>(Slug.From("person", name), null, cancellationToken),
            Name = name,
            OrganisationId = organisationId
        };
        db.People.Add(person);
        return _added[key] = person;
    }

    List<Person> Meant(string typed)
    {
        if (TypedPerson.SlugIn(typed) is { } slug && _people.Find(p => p.Slug == slug) is { } chosen) return [chosen];
        var bearers = _people.FindAll(p => NamesOf(p).Contains(typed, StringComparer.Ordinal));
        if (bearers.Count > 0) return bearers;
        var key = SearchKey.Of(typed);
        return key.Length == 0 ? [] : _people.FindAll(p => NamesOf(p).Any(name => SearchKey.Of(name) == key));
    }

    static IEnumerable<string> NamesOf(Person person) =>
        person.Translations.Select(t => t.Name).Prepend(person.OriginalName).Prepend(person.Name).OfType<string>();
}
