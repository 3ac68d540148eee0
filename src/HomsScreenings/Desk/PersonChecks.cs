using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>The checks of a person's input that need the database.</summary>
public static class PersonChecks
{
    extension(ScreeningsDb db)
    {
        /// <param name="person">The person who is edited; null for a new one.</param>
        public async Task<CheckResult> CheckAsync(PersonInput draft, Person? person, CancellationToken cancellationToken)
        {
            var taken = await db.ProblemOfSlugAsync<Person>(draft.Slug, person?.Id, cancellationToken);
            var isRenamed = person is null || (person.Name, person.OriginalName) != (draft.Name, draft.OriginalName);
            var twins = draft.ConfirmedNew || !isRenamed ? []
                : await db.LikelySameAsync([draft.Name, draft.OriginalName], person?.Id, cancellationToken);
            return new CheckResult(taken is null ? [] : [taken], twins);
        }

        /// <summary>The people who bear one of these names, or one that is nearly the same.</summary>
        public async Task<IReadOnlyList<PossibleDuplicate>> LikelySameAsync(
            IReadOnlyList<string?> names, int? ownId, CancellationToken cancellationToken)
        {
            var found = new List<Person>();
            foreach (var name in names.OfType<string>().Where(name => SearchKey.Of(name).Length > 0))
            {
                // A slip of the finger spoils one word; the others still find the name.
                var words = SearchKey.Of(name).Split(' ').OrderByDescending(word => word.Length).Take(2).ToList();
                var (one, other) = (words[0], words[^1]);
                var some = await db.People.AsNoTracking().Include(p => p.Translations)
                    .Where(p => p.Id != ownId && (p.NameKey.Contains(one) || p.NameKey.Contains(other)
                        || p.Translations.Any(t => t.NameKey.Contains(one) || t.NameKey.Contains(other))))
                    .OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MaxCandidates).ToListAsync(cancellationToken);
                found.AddRange(
                    some.Where(p => p.Translations.Select(t => t.Name).Prepend(p.OriginalName).Prepend(p.Name).OfType<string>()
                        .Any(known => PersonNames.NearlySame(known, name))));
            }
            return [
                .. found.DistinctBy(p => p.Id)
                    .Select(p => PublicUses.Duplicate(
                        p.IsPublic, $"/people/{p.Slug}", p.OriginalName is { } original ? $"{p.Name} ({original})" : p.Name))];
        }

        /// <summary>Names for a form to suggest; namesakes with their slugs, by which they are told apart.</summary>
        public async Task<IReadOnlyList<string>> PeopleToSuggestAsync(CancellationToken cancellationToken)
        {
            var people = await db.People.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(MaxSuggested)
                .Select(p => new { p.Name, p.OriginalName, p.Slug }).ToListAsync(cancellationToken);
            var bearers = people.SelectMany(p => new[] { p.Name, p.OriginalName }.OfType<string>().Distinct()).CountBy(name => name)
                .ToDictionary();
            return [.. people.Select(p => bearers[p.Name] == 1 ? p.Name : TypedPerson.Format(p.Name, p.Slug))];
        }
    }

    const int MaxSuggested = 2_000;
    const int MaxCandidates = 1_000;
}
