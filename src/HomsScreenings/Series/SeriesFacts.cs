using System.Linq.Expressions;
using HomsScreenings.Organisations;
using NodaTime;

namespace HomsScreenings.Series;

/// <summary>What a series' page says of it, but for its films and screenings, which are lists of their own.</summary>
public sealed record SeriesFacts
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required SeriesKind Kind { get; init; }
    public required int? Year { get; init; }
    public required LocalDate? Starts { get; init; }
    public required LocalDate? Ends { get; init; }
    public required string? DatesNote { get; init; }
    public required string? Description { get; init; }
    public required string? Invitation { get; init; }
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required List<PartnerLine> Partners { get; init; }
    public required bool IsSample { get; init; }

    public static readonly Expression<Func<ScreeningSeries, SeriesFacts>> Of = s => new SeriesFacts
    {
        Id = s.Id,
        Slug = s.Slug,
        Title = s.Title,
        Kind = s.Kind,
        Year = s.Year,
        Starts = s.Starts,
        Ends = s.Ends,
        DatesNote = s.DatesNote,
        Description = s.Description,
        Invitation = s.Invitation,
        OrganisationSlug = s.Organisation!.Slug,
        OrganisationName = s.Organisation.Name,
        Partners = s.Partners.OrderBy(p => p.Position).Select(p => new PartnerLine(p.Organisation.Slug, p.Organisation.Name, p.Part)).ToList(),
        IsSample = s.IsSample,
    };
}
