using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Comments.Letters;

/// <summary>What comments stand under, called in whatever language a letter is written.</summary>
/// <param name="Title">Its own title.</param>
/// <param name="Translated">Its titles in other languages, by their BCP 47 tags.</param>
sealed record CommentedTitle(string Title, IReadOnlyDictionary<string, string> Translated)
{
    public string In(Language language) => Translated.GetValueOrDefault(language.Tag, Title);

    /// <summary>The titles of what these discussions are about, by the number of the discussion.</summary>
    public static async Task<IReadOnlyDictionary<int, CommentedTitle>> FindAsync(
        ScreeningsDb db, IReadOnlyCollection<int> discussions, CancellationToken cancellationToken) =>
        (await db.Discussions.AsNoTracking().Where(d => discussions.Contains(d.Id)).Select(d => new
        {
            d.Id,
            Title = d.Film!.Title ?? d.Entry!.Title ?? d.Screening!.Title
                ?? d.Screening.Films.OrderBy(f => f.Position).Select(f => f.Film.Title).FirstOrDefault(),
            Original = d.Film.OriginalTitle,
            d.Film.OriginalTitleLanguage,
            OfFilm = d.Film.Translations.Select(t => new { t.Language, t.Title }).ToList(),
            OfEntry = d.Entry!.Translations.Select(t => new { t.Language, t.Title }).ToList(),
            OfScreening = d.Screening!.Translations.Select(t => new { t.Language, t.Title }).ToList(),
        }).ToListAsync(cancellationToken)).ToDictionary(d => d.Id, d => new CommentedTitle(d.Title ?? "",
            d.OfFilm.Concat(d.OfEntry).Concat(d.OfScreening).Append(new { Language = d.OriginalTitleLanguage ?? "", Title = d.Original })
                .Where(t => t.Title is not null).DistinctBy(t => t.Language).ToDictionary(t => t.Language, t => t.Title!)));
}
