using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Venues;

/// <summary>A venue as the list of venues shows it.</summary>
public sealed record VenueCard
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string? Area { get; init; }
    public required string? City { get; init; }
    public required string? Region { get; init; }
    public required string? Country { get; init; }
    public required Known StepFree { get; init; }
    public required bool IsSample { get; init; }

    public static readonly Expression<Func<Venue, VenueCard>> Of = v => new VenueCard
    {
        Id = v.Id,
        Slug = v.Slug,
        Name = v.NameIn(Language.Current.Tag),
        Area = v.Area,
        City = v.City,
        Region = v.Region,
        Country = v.Country,
        StepFree = v.StepFree,
        IsSample = v.IsSample,
    };
}
