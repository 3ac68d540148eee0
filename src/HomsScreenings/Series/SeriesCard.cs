using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Series;

/// <summary>A series as the list of series shows it.</summary>
public sealed record SeriesCard
{
    public required string Slug { get; init; }
    public required LocalizedText? TitleText { get; init; }
    public string Title => TitleText!.Text;
    public string? TitleLanguage => TitleText!.OtherLanguage;
    public required SeriesKind Kind { get; init; }
    public required int? Year { get; init; }
    public required LocalDate? Starts { get; init; }
    public required LocalDate? Ends { get; init; }
    /// <summary>The programme day of its first screening that takes place; null where none has a date.</summary>
    public required LocalDate? First { get; init; }
    /// <summary>The programme day of its last screening that takes place.</summary>
    public required LocalDate? Last { get; init; }
    /// <summary>From when to when, in words.</summary>
    public string Dates => SeriesWords.Dates(Starts, Ends, Year, (First, Last));
    public required string? OrganisationName { get; init; }
    public required PictureFile? Picture { get; init; }
    public required bool IsSample { get; init; }
    /// <summary>Its next programme day; null where none is announced.</summary>
    public required LocalDate? Next { get; init; }
    /// <summary>How many of its screenings are public, past ones too.</summary>
    public required int Screenings { get; init; }

    public static Expression<Func<ScreeningSeries, SeriesCard>> Of(Instant now) => s => new SeriesCard
    {
        Slug = s.Slug,
        TitleText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Title), s.Title, s.TextLanguage),
        Kind = s.Kind,
        Year = s.Year,
        Starts = s.Starts,
        Ends = s.Ends,
        First = s.Screenings.Where(x => x.IsPublic && x.IsOn).Min(x => x.ProgrammeDate),
        Last = s.Screenings.Where(x => x.IsPublic && x.IsOn).Max(x => x.ProgrammeDate),
        OrganisationName = s.Organisation!.NameIn(Language.Current.Tag),
        Picture = s.MainPicture,
        IsSample = s.IsSample,
        Next = s.Screenings.Where(x => x.IsPublic && !x.IsOver(now) && x.IsOn).Min(x => x.ProgrammeDate),
        Screenings = s.Screenings.Count(x => x.IsPublic),
    };
}
