using System.Linq.Expressions;
using HomsScreenings.Organisations;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Series;

/// <summary>What a series' page says of it, but for its films and screenings, which are lists of their own.</summary>
public sealed record SeriesFacts
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required Told? TitleTold { get; init; }
    public string Title => TitleTold!.Text;
    public string? TitleLanguage => TitleTold!.OtherLanguage;
    public required SeriesKind Kind { get; init; }
    public required int? Year { get; init; }
    public required LocalDate? Starts { get; init; }
    public required LocalDate? Ends { get; init; }
    public required Told? DatesNoteTold { get; init; }
    public string? DatesNote => DatesNoteTold?.Text;
    public string? DatesNoteLanguage => DatesNoteTold?.OtherLanguage;
    public required Told? DescriptionTold { get; init; }
    public string? Description => DescriptionTold?.Text;
    public string? DescriptionLanguage => DescriptionTold?.OtherLanguage;
    public required Told? InvitationTold { get; init; }
    public string? Invitation => InvitationTold?.Text;
    public string? InvitationLanguage => InvitationTold?.OtherLanguage;
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required List<PartnerLine> Partners { get; init; }
    public required bool IsSample { get; init; }

    public static readonly Expression<Func<ScreeningSeries, SeriesFacts>> Of = s => new SeriesFacts
    {
        Id = s.Id,
        Slug = s.Slug,
        TitleTold = Told.Of(s.Wordings.Where(w => w.Language == Language.Current.Tag).Select(w => w.Title).FirstOrDefault(), s.Title, s.TextLanguage),
        Kind = s.Kind,
        Year = s.Year,
        Starts = s.Starts,
        Ends = s.Ends,
        DatesNoteTold = Told.Of(s.Wordings.Where(w => w.Language == Language.Current.Tag).Select(w => w.DatesNote).FirstOrDefault(), s.DatesNote, s.TextLanguage),
        DescriptionTold = Told.Of(s.Wordings.Where(w => w.Language == Language.Current.Tag).Select(w => w.Description).FirstOrDefault(), s.Description, s.TextLanguage),
        InvitationTold = Told.Of(s.Wordings.Where(w => w.Language == Language.Current.Tag).Select(w => w.Invitation).FirstOrDefault(), s.Invitation, s.TextLanguage),
        OrganisationSlug = s.Organisation!.Slug,
        OrganisationName = s.Organisation.Name,
        Partners = s.Partners.OrderBy(p => p.Position).Select(p => new PartnerLine(p.Organisation.Slug, p.Organisation.Name, p.Part)).ToList(),
        IsSample = s.IsSample,
    };
}
