using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Films;

/// <summary>What a cinema prints under the title of a film: by whom, of when, how long.</summary>
public sealed record FilmInBrief(string Slug, int? ReleaseYear, List<PersonLine> Directors, List<RunningTimeLine> RunningTimes)
{
    /// <summary>'Talal Derki · 2014 · 94 minutes'; empty where nothing is known.</summary>
    public string Words => string.Join(T(" · "), new[]
    {
        And(Directors.Select(d => d.Name)), ReleaseYear is { } year ? Number(year) : null, FilmWords.Length(RunningTimes),
    }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Finds films by their slugs, in one statement.</summary>
    public static async Task<IReadOnlyList<FilmInBrief>> FindAsync(
        ScreeningsDb db, IReadOnlyList<string> slugs, CancellationToken cancellationToken)
    {
        if (slugs.Count == 0) return [];
        return await db.Films.Published().Where(f => slugs.Contains(f.Slug)).Select(f => new FilmInBrief(f.Slug, f.ReleaseYear,
            f.CreditsAs(CreditRoles.Director)
                .Select(c => new PersonLine(c.Person.Slug, c.Person.NameIn(Language.Current.Tag))).ToList(),
            f.RunningTimes.OrderBy(t => t.Position).Select(t => new RunningTimeLine(t.Minutes, t.Cut, t.Source)).ToList()))
            .AsSingleQuery().ToListAsync(cancellationToken);
    }
}
