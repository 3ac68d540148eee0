using System.Text.RegularExpressions;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>
/// Who is meant by names that somebody typed: an exact name is the person who bears it, 'Name (slug)' the one of
/// several, and any other name is a new person.
/// </summary>
public sealed partial class NamedPeople
{
    readonly ILookup<string, PersonLine> _byName;
    readonly Dictionary<string, PersonLine> _bySlug;
    readonly Dictionary<string, Person> _added = new(StringComparer.Ordinal);

    NamedPeople(IReadOnlyList<(string Name, PersonLine Person)> named, IEnumerable<PersonLine> bySlug)
    {
        _byName = named.Distinct().ToLookup(n => n.Name, n => n.Person, StringComparer.Ordinal);
        _bySlug = bySlug.DistinctBy(p => p.Slug).ToDictionary(p => p.Slug, StringComparer.Ordinal);
    }

    /// <summary>Somebody who is there already.</summary>
    public sealed record PersonLine(int Id, string Slug, string Name)
    {
        /// <summary>The name as it is typed to mean this one of several.</summary>
        public string Label => $"{Name} ({Slug})";
    }

    public static async Task<NamedPeople> FindAsync(ScreeningsDb db, IReadOnlyList<string> typed, CancellationToken cancellationToken)
    {
        var slugs = typed.Select(SlugIn).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var named = await db.People.Where(p => typed.Contains(p.Name) || typed.Contains(p.OriginalName!)).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Slug, p.Name, p.OriginalName }).ToListAsync(cancellationToken);
        var bySlug = await db.People.Where(p => slugs.Contains(p.Slug)).Select(p => new PersonLine(p.Id, p.Slug, p.Name)).ToListAsync(cancellationToken);
        return new NamedPeople(
            [.. named.SelectMany(p => new[] { p.Name, p.OriginalName }.OfType<string>().Select(name => (name, new PersonLine(p.Id, p.Slug, p.Name))))],
            bySlug);
    }

    /// <summary>The one who is meant, if there is such a one.</summary>
    public PersonLine? Known(string typed) =>
        SlugIn(typed) is { } slug && _bySlug.GetValueOrDefault(slug) is { } chosen ? chosen
        : _byName[typed].Count() == 1 ? _byName[typed].Single() : null;

    /// <summary>A sentence where the name alone does not say who is meant.</summary>
    public string? Ambiguity(string typed) => Known(typed) is null && _byName[typed].Count() > 1
        ? $"Several people have that name; choose {string.Join(" or ", _byName[typed].Select(p => $"'{p.Label}'"))}." : null;

    /// <summary>A new person for a name that nobody bears, the same one for each time that it is typed.</summary>
    public async Task<Person> AddAsync(ScreeningsDb db, string name, int? organisationId, CancellationToken cancellationToken)
    {
        if (_added.TryGetValue(name, out var known)) return known;
        var person = new Person { Slug = await db.FreeSlugAsync<Person>(Slug.From("person", name), null, cancellationToken), Name = name, OrganisationId = organisationId };
        db.People.Add(person);
        return _added[name] = person;
    }

    static string? SlugIn(string typed) => InBrackets().Match(typed) is { Success: true } match ? match.Groups["slug"].Value : null;

    [GeneratedRegex(@"\((?<slug>[a-z0-9-]+)\)$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex InBrackets();
}
