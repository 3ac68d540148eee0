using System.Linq.Expressions;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.People;

/// <summary>A film that a person had a part in.</summary>
public sealed record FilmCredit(string Role, string FilmSlug, string FilmTitle, int? Year)
{
    /// <summary>The language of the title (BCP 47), where that is not the one that is spoken.</summary>
    public string? FilmTitleLanguage { get; init; }

    public static FilmCredit Of(string role, string slug, LocalizedTitle names, int? year) =>
        new(role, slug, names.First, year) { FilmTitleLanguage = names.FirstLanguage };
}

/// <summary>What a person's page says of them, but for their talks.</summary>
public sealed record PersonDetails
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    /// <summary>How they are called in the language that is spoken, and otherwise.</summary>
    public required LocalizedTitle Names { get; init; }
    public string Name => Names.First;
    /// <summary>The other name, to be shown beneath: the one in their own script where it does not lead.</summary>
    public string? OriginalName => Names.Other;
    public string? OriginalNameLanguage => Names.OtherLanguage;
    public required LocalizedText? AboutText { get; init; }
    public string? About => AboutText?.Text;
    public string? AboutLanguage => AboutText?.OtherLanguage;
    public required List<PictureLine> Pictures { get; init; }
    /// <summary>The latest film first, the roles in one film together.</summary>
    public required List<FilmCredit> Credits { get; init; }

    public static readonly Expression<Func<Person, PersonDetails>> Of = p => new PersonDetails
    {
        Id = p.Id,
        Slug = p.Slug,
        Names = p.NamesIn(Language.Current.Tag),
        Pictures = p.Pictures.LinesIn(Language.Current.Tag),
        AboutText = LocalizedText.Of(p.Translations.In(Language.Current.Tag, w => w.About), p.About, p.TextLanguage),
        Credits = p.Credits.Where(c => c.Film.IsPublic).OrderByDescending(c => c.Film.ReleaseYear).ThenBy(c => c.Film.TitleKey)
            .ThenBy(c => c.FilmId).ThenBy(c => c.Position)
            .Select(c => FilmCredit.Of(c.Role, c.Film.Slug, c.Film.NamesIn(Language.Current.Tag), c.Film.ReleaseYear)).ToList(),
    };
}
