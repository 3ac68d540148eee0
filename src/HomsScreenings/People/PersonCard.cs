using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.People;

/// <summary>A person as the list of people shows them.</summary>
public sealed record PersonCard
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    /// <summary>How they are called in the language that is spoken, and otherwise.</summary>
    public required LocalizedTitle Names { get; init; }
    /// <summary>The picture that stands for them; null where there is none.</summary>
    public required PictureFile? Picture { get; init; }

    public static readonly Expression<Func<Person, PersonCard>> Of = p => new PersonCard
    {
        Id = p.Id,
        Slug = p.Slug,
        Names = p.NamesIn(Language.Current.Tag),
        Picture = p.MainPicture,
    };
}
