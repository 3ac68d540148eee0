using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Pictures;

/// <summary>A picture as the page of its record shows it.</summary>
public sealed record PictureLine
{
    public required PictureFile File { get; init; }
    public required PictureRole Role { get; init; }
    /// <summary>What somebody who cannot see it should know of it, in whatever language; null where it is decorative.</summary>
    public required LocalizedText? AltText { get; init; }
    public required LocalizedText? Caption { get; init; }
    public required string? Credit { get; init; }
    public required string? Source { get; init; }
}

public static class PictureQueries
{
    static readonly Rule<Func<IEnumerable<Picture>, string, List<PictureLine>>> LinesRule = new((pictures, language) =>
        pictures.Where(p => p.IsPublic).OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => new PictureLine
        {
            File = new PictureFile(p.Hash, p.Width, p.Height, p.Colour, p.FocusX, p.FocusY),
            Role = p.Role,
            AltText = LocalizedText.Of(p.Translations.In(language, t => t.AltText), p.AltText, p.TextLanguage),
            Caption = LocalizedText.Of(p.Translations.In(language, t => t.Caption), p.Caption, p.TextLanguage),
            Credit = p.Credit,
            Source = p.Source,
        }).ToList());

    /// <summary>The pictures that the public may see, in their order, as they are told in a language.</summary>
    [Rule(nameof(LinesRule))]
    public static List<PictureLine> LinesIn(this IEnumerable<Picture> pictures, string language) => LinesRule.Run(pictures, language);
}
