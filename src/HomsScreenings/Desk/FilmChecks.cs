using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>What the database says to the draft of a film, and how a corrected film reaches its screenings.</summary>
public static class FilmChecks
{
    extension(IQueryable<Film> films)
    {
        /// <summary>With all that a film's form shows.</summary>
        public IQueryable<Film> WithParts() => films.Include(f => f.RunningTimes).Include(f => f.Credits).ThenInclude(c => c.Person)
            .Include(f => f.WatchOffers).Include(f => f.Stills).Include(f => f.Awards).Include(f => f.Quotes).Include(f => f.Translations)
            .AsSplitQuery();
    }

    extension(ScreeningsDb db)
    {
        /// <summary>The draft of a film; people who are not the only one of their name are told by their slug too.</summary>
        public async Task<FilmInput> DraftOfAsync(Film film, CancellationToken cancellationToken)
        {
            var people = await NamedPeople.FindAsync(db, [.. film.Credits.Select(c => c.Person.Name).Distinct()], [], cancellationToken);
            return FilmInput.Of(film, credit => people.Format(credit.Person));
        }

        /// <param name="film">The film that is edited, with its parts; null for a new one.</param>
        public async Task<CheckResult> CheckAsync(FilmInput draft, Film? film, Organiser organiser, CancellationToken cancellationToken)
        {
            var problems = new List<ValidationResult>();
            if (await db.ProblemOfSlugAsync<Film>(draft.Slug, film?.Id, cancellationToken) is { } taken) problems.Add(taken);
            var people = await NamedPeople.FindAsync(db, draft.TypedNames(), [], cancellationToken);
            problems.AddRange(ProblemsOfCredits(draft, people));
            if (film is not null) problems.AddRange(await db.ProblemsOfRunningTimesAsync(draft, film, organiser, cancellationToken));
            if (draft.ConfirmedNew) return new CheckResult(problems, []);

            var newNames = draft.TypedNames().Where(people.IsNew).ToList();
            return new CheckResult(problems,
                [.. await db.TwinsOfAsync(draft, film, cancellationToken), .. await db.LikelySameAsync(newNames, null, cancellationToken)]);
        }

        /// <summary>Writes the draft into the film; when a running time was corrected, its screenings follow.</summary>
        public async Task ApplyAsync(FilmInput draft, Film film, CancellationToken cancellationToken)
        {
            var before = Said(film);
            var wanted = draft.WantedRunningTimes().Select(r => (r.Id, r.Minutes)).ToList();
            var screenings = before.Select(r => ((int?)r.Id, r.Minutes)).SequenceEqual(wanted)
                ? [] : await db.Screenings.Showing(film).WithWhatItsTimesRestOn().ToListAsync(cancellationToken);
            draft.ApplyTo(film);
            await db.SetCreditsAsync(draft, film, cancellationToken);
            foreach (var screening in screenings) screening.WorkOutTimes();
        }

        /// <summary>Makes the credits what the draft says, and adds the people who are new.</summary>
        public async Task SetCreditsAsync(FilmInput draft, Film film, CancellationToken cancellationToken)
        {
            var people = await NamedPeople.FindAsync(db, draft.TypedNames(), [], cancellationToken);
            var credits = new List<Credit>();
            foreach (var row in draft.Credits.Where(c => c is { Role: not null, Person: not null }))
            {
                var role = CreditRoles.Tidy(row.Role!);
                var person = people.Known(row.Person!) ?? await people.AddAsync(db, row.Person!, film.OrganisationId, cancellationToken);
                credits.Add(new Credit { Role = role, PersonId = person.Id, Person = person });
            }
            film.SetCredits(credits);
        }

        async Task<IEnumerable<ValidationResult>> ProblemsOfRunningTimesAsync(FilmInput draft, Film film, Organiser organiser,
            CancellationToken cancellationToken)
        {
            var kept = draft.WantedRunningTimes().Select(r => r.Id).ToList();
            var problems = new List<ValidationResult>();
            foreach (var gone in film.RunningTimes.Where(r => !kept.Contains(r.Id)))
            {
                var uses = await db.Screenings.Where(s => s.Films.Any(f => f.RunningTimeId == gone.Id))
                    .NamedForAsync(organiser, cancellationToken);
                if (uses.Count > 0)
                    problems.Add(
                        new($"The cut of {gone.Minutes} minutes cannot go: it is shown by {Texts.And(uses.Select(u => u.Words))}.",
                            [nameof(draft.RunningTimes)]));
            }
            return problems;
        }

        async Task<IReadOnlyList<PossibleDuplicate>> TwinsOfAsync(FilmInput draft, Film? film, CancellationToken cancellationToken)
        {
            if (film is not null
                && (film.Title, film.OriginalTitle, film.ReleaseYear) == (draft.Title, draft.OriginalTitle, draft.ReleaseYear)) return [];
            var (ownId, year) = (film?.Id, draft.ReleaseYear);
            var titles = new[] { draft.Title, draft.OriginalTitle }.OfType<string>().Select(t => SearchKey.Of(t))
                .Where(key => key.Length > 0).ToList();
            if (titles.Count == 0) return [];
            var (one, other) = (titles[0], titles[^1]);
            var some = await db.Films.Where(f => f.Id != ownId && (f.ReleaseYear == null || year == null || f.ReleaseYear == year)
                && (f.TitleKey.Contains(one) || f.TitleKey.Contains(other)))
                .OrderBy(f => f.Title).ThenBy(f => f.Id).Select(f => new { f.Slug, f.Title, f.OriginalTitle, f.ReleaseYear, f.IsPublic })
                .ToListAsync(cancellationToken);
            return [
                .. some.Where(f => titles.Contains(SearchKey.Of(f.Title))
                    || (f.OriginalTitle is not null && titles.Contains(SearchKey.Of(f.OriginalTitle))))
                .Select(f => PublicUses.Duplicate(f.IsPublic, $"/films/{f.Slug}",
                    f.ReleaseYear is { } then ? $"{f.Title}, {then}" : f.Title))];
        }
    }

    static List<(int Id, int Minutes)> Said(Film film) => [.. film.RunningTimes.OrderBy(r => r.Position).Select(r => (r.Id, r.Minutes))];

    static List<string> TypedNames(this FilmInput draft) =>
        [.. draft.Credits.Select(c => c.Person).OfType<string>().Distinct(StringComparer.Ordinal)];

    static IEnumerable<ValidationResult> ProblemsOfCredits(FilmInput draft, NamedPeople people)
    {
        for (var i = 0; i < draft.Credits.Count; i++)
            if (draft.Credits[i].Person is { } typed && people.Problem(typed) is { } sentence)
                yield return new(sentence, [$"{nameof(draft.Credits)}[{i}].{nameof(CreditRow.Person)}"]);
    }
}
