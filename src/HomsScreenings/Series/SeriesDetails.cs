using System.Linq.Expressions;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Series;

/// <summary>What a series' page says of it, but for its films and screenings, which are lists of their own.</summary>
public sealed record SeriesDetails
{
    public required int Id { get; init; }
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
    public required LocalizedText? DatesNoteText { get; init; }
    public string? DatesNote => DatesNoteText?.Text;
    public string? DatesNoteLanguage => DatesNoteText?.OtherLanguage;
    public required LocalizedText? DescriptionText { get; init; }
    public string? Description => DescriptionText?.Text;
    public string? DescriptionLanguage => DescriptionText?.OtherLanguage;
    public required LocalizedText? InvitationText { get; init; }
    public string? Invitation => InvitationText?.Text;
    public string? InvitationLanguage => InvitationText?.OtherLanguage;
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required List<PartnerLine> Partners { get; init; }
    public required bool IsSample { get; init; }
    public required List<PictureLine> Pictures { get; init; }
    /// <summary>Whether its page says how many wait for it.</summary>
    public required bool ShowsInterest { get; init; }

    public static readonly Expression<Func<ScreeningSeries, SeriesDetails>> Of = s => new SeriesDetails
    {
        Id = s.Id,
        Slug = s.Slug,
        TitleText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Title), s.Title, s.TextLanguage),
        Kind = s.Kind,
        Year = s.Year,
        Starts = s.Starts,
        Ends = s.Ends,
        First = s.Screenings.Where(x => x.IsPublic && x.IsOn).Min(x => x.ProgrammeDate),
        Last = s.Screenings.Where(x => x.IsPublic && x.IsOn).Max(x => x.ProgrammeDate),
        DatesNoteText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.DatesNote), s.DatesNote, s.TextLanguage),
        DescriptionText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Description), s.Description, s.TextLanguage),
        InvitationText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Invitation), s.Invitation, s.TextLanguage),
        OrganisationSlug = s.Organisation!.Slug,
        OrganisationName = s.Organisation.NameIn(Language.Current.Tag),
        Partners = s.Partners.OrderBy(p => p.Position)
            .Select(p => new PartnerLine(p.Organisation.Slug, p.Organisation.NameIn(Language.Current.Tag), p.Part)).ToList(),
        ShowsInterest = s.ShowsInterest,
        Pictures = s.Pictures.LinesIn(Language.Current.Tag),
        IsSample = s.IsSample,
    };
}
