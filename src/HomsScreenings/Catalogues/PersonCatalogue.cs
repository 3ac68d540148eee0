using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>All people, by their names as they are written: which of them is the family name nobody has said.</summary>
public static class PersonCatalogue
{
    const string Speaker = "speaker";

    static readonly CatalogueFacet Speaking = CatalogueFacet.Flag("speaking", () => T("Speaking soon"));
    static readonly Dictionary<string, string> Roles = CreditRoles.Usual.ToDictionary(NameOf, StringComparer.Ordinal);
    static readonly CatalogueFacet Role = CatalogueFacet.OneOf("role", [.. Roles.Keys.Take(1), Speaker, .. Roles.Keys.Skip(1)],
        name => name == Speaker ? T("Speaker") : FilmWords.Role(Roles[name]));

    public static IReadOnlyList<CatalogueFacet> Facets { get; } = [Speaking, Role];

    static readonly CatalogueSource Source = new("people",
        db => RecordsStamp.Of(db.People).Concat(RecordsStamp.Of(db.Films)), ReadAsync,
        (person, days) => person with
        {
            Next = days.People.GetValueOrDefault(person.Id),
            Values = [CatalogueFacet.FlagValues(days.People.ContainsKey(person.Id)),
                RolesOf(person.Values[1], days.Speakers.Contains(person.Id))],
        });

    /// <summary>Finds a page: in one statement for its cards, and in a few more after a save.</summary>
    public static async Task<CataloguePage<PersonCard>> FindAsync(
        ScreeningsDb db, CatalogueFilter filter, int skip, int size, Instant now, CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueStore.GetAsync(db, Source, now, cancellationToken);
        return await catalogue.PageAsync(filter, skip, size, found => found, CardsAsync);

        async Task<Dictionary<int, PersonCard>> CardsAsync(int[] ids) =>
            await db.People.Published().Where(p => ids.Contains(p.Id)).Select(PersonCard.Of)
                .ToDictionaryAsync(p => p.Id, cancellationToken);
    }

    /// <summary>What an entry says that somebody does: 'Director', 'Speaker'.</summary>
    public static IEnumerable<string> RolesOf(CatalogueEntry entry) => entry.Values[1].Select(Role.Label);

    static async Task<CatalogueRows> ReadAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var credits = (await db.Set<Credit>().Where(c => c.Film.IsPublic).Select(c => new { c.PersonId, c.Role }).Distinct()
            .ToListAsync(cancellationToken)).ToLookup(c => c.PersonId, c => NameOf(c.Role));
        var people = await db.People.Published().Select(p => new
        {
            p.Id,
            Names = p.NamesIn(Language.Current.Tag),
            p.Name,
            p.OriginalName,
            Others = p.Translations.Select(t => t.Name).ToList(),
        }).ToListAsync(cancellationToken);

        var inOrder = people.Select(p => (Person: p, Key: SortKey.OfName(p.Names.First)))
            .OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Person.Id);
        return new(Facets, [.. inOrder.Select(p => new CatalogueEntry(p.Person.Id, SortKey.Letter(p.Key),
            CatalogueEntry.Join(FindableWords.Of([p.Person.Name, p.Person.OriginalName, .. p.Person.Others])),
            [[], RolesOf(credits[p.Person.Id], speaks: false)]))]);
    }

    static IReadOnlyList<string> RolesOf(IEnumerable<string> roles, bool speaks) =>
        [.. roles.Where(Roles.ContainsKey).Concat(speaks ? [Speaker] : []).OrderBy(Role.Order!, StringComparer.Ordinal)];

    static string NameOf(string role) => role.ToLowerInvariant().Replace(' ', '-');
}
