using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Records;
using NodaTime;

namespace HomsScreenings.Venues;

/// <summary>A venue as the list of venues shows it.</summary>
public sealed record VenueCard
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string? Area { get; init; }
    public required string? City { get; init; }
    public required string? Region { get; init; }
    public required string? Country { get; init; }
    public required Known StepFree { get; init; }
    public required PictureFile? Picture { get; init; }
    public required bool IsSample { get; init; }
    /// <summary>The next programme day there; null where none is announced.</summary>
    public required LocalDate? Next { get; init; }

    public static Expression<Func<Venue, VenueCard>> Of(Instant now) => v => new VenueCard
    {
        Slug = v.Slug,
        Name = v.Name,
        Area = v.Area,
        City = v.City,
        Region = v.Region,
        Country = v.Country,
        StepFree = v.StepFree,
        Picture = v.MainPicture,
        IsSample = v.IsSample,
        Next = v.Screenings.Where(s => s.IsPublic && !s.IsOver(now) && s.IsOn).Min(s => s.ProgrammeDate),
    };
}
