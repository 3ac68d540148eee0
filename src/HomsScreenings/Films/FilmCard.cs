using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Films;

/// <summary>A film as the list of films shows it.</summary>
public sealed record FilmCard
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    /// <summary>How it is called in the language that is spoken, and otherwise.</summary>
    public required LocalizedTitle Names { get; init; }
    public string Title => Names.First;
    public string? TitleLanguage => Names.FirstLanguage;
    /// <summary>The other title, to be shown beneath; the one that its makers gave it where it does not lead.</summary>
    public string? OriginalTitle => Names.Other;
    public string? OriginalTitleLanguage => Names.OtherLanguage;
    public required int? ReleaseYear { get; init; }
    public required FilmKind Kind { get; init; }
    /// <summary>The picture that stands for it; null where there is none.</summary>
    public required PictureFile? Picture { get; init; }
    public required List<PersonLine> Directors { get; init; }

    public static readonly Expression<Func<Film, FilmCard>> Of = f => new FilmCard
    {
        Id = f.Id,
        Slug = f.Slug,
        Names = f.NamesIn(Language.Current.Tag),
        ReleaseYear = f.ReleaseYear,
        Kind = f.Kind,
        Picture = f.MainPicture,
        Directors = f.CreditsAs(CreditRoles.Director)
            .Select(c => new PersonLine(c.Person.Slug, c.Person.NameIn(Language.Current.Tag))).ToList(),
    };
}
