using System.Linq.Expressions;

namespace HomsScreenings.People;

/// <summary>A film that a person had a part in.</summary>
public sealed record FilmCredit(string Role, string FilmSlug, string FilmTitle, int? Year);

/// <summary>What a person's page says of them, but for their talks.</summary>
public sealed record PersonFacts
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string? OriginalName { get; init; }
    public required string? OriginalNameLanguage { get; init; }
    public required string? About { get; init; }
    /// <summary>The latest film first, the roles in one film together.</summary>
    public required List<FilmCredit> Credits { get; init; }

    public static readonly Expression<Func<Person, PersonFacts>> Of = p => new PersonFacts
    {
        Id = p.Id,
        Slug = p.Slug,
        Name = p.Name,
        OriginalName = p.OriginalName,
        OriginalNameLanguage = p.OriginalNameLanguage,
        About = p.About,
        Credits = p.Credits.OrderByDescending(c => c.Film.ReleaseYear).ThenBy(c => c.Film.TitleKey).ThenBy(c => c.FilmId).ThenBy(c => c.Position)
            .Select(c => new FilmCredit(c.Role, c.Film.Slug, c.Film.Title, c.Film.ReleaseYear)).ToList(),
    };
}
