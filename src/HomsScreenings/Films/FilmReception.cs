using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Films;

/// <summary>What a festival or another body gave a film.</summary>
public sealed record AwardLine(string? Name, string Festival, int? Year, AwardResult Result, string? Source, string? Url);

/// <summary>A sentence of the press, word for word.</summary>
public sealed record QuoteLine(string Text, string Language, string? Author, string? Publication, LocalDate? Date, string? Url)
{
    /// <summary>Its language (BCP 47), where that is not the one that is spoken.</summary>
    public string? OtherLanguage => LocalizedText.Other(Language);
}

/// <summary>What became of a film in the world: its awards, and what the press wrote, each in the order that the desk gave them.</summary>
public sealed record FilmReception(IReadOnlyList<AwardLine> Awards, IReadOnlyList<QuoteLine> Quotes)
{
    public static FilmReception None { get; } = new([], []);

    /// <summary>Finds it, in two statements.</summary>
    public static async Task<FilmReception> FindAsync(ScreeningsDb db, int film, CancellationToken cancellationToken) => new(
        await db.Set<FilmAward>().Where(a => a.FilmId == film).OrderBy(a => a.Position).ThenBy(a => a.Id)
            .Select(a => new AwardLine(a.Name, a.Festival, a.Year, a.Result, a.Source, a.Url)).ToListAsync(cancellationToken),
        await db.Set<PressQuote>().Where(q => q.FilmId == film).OrderBy(q => q.Position).ThenBy(q => q.Id)
            .Select(q => new QuoteLine(q.Text, q.Language, q.Author, q.Publication, q.Date, q.Url)).ToListAsync(cancellationToken));
}
