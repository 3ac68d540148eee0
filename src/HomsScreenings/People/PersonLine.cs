using HomsScreenings.Text.Languages;

namespace HomsScreenings.People;

/// <summary>A person as a line of the programme names them.</summary>
public sealed record PersonLine(string Slug, string Name)
{
    public static PersonLine Of(string slug, string name, string? original, string? originalLanguage) =>
        new(slug, LocalizedTitle.Person(name, original, originalLanguage).First);
}
