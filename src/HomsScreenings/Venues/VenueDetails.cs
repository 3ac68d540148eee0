using System.Linq.Expressions;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Venues;

/// <summary>What is known of getting into a venue.</summary>
public sealed record VenueAccess(Known StepFree, Known HearingLoop, Known AccessibleToilet, int? WheelchairPlaces, LocalizedText? Notes);

/// <summary>A screen or hall and its seats.</summary>
public sealed record RoomLine(string Name, int? Seats);

/// <summary>What a venue's page says of it.</summary>
public sealed record VenueDetails
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string? Address { get; init; }
    public required string? PostalCode { get; init; }
    public required string? Area { get; init; }
    public required string? City { get; init; }
    public required string? Region { get; init; }
    public required string? Country { get; init; }
    public required double? Latitude { get; init; }
    public required double? Longitude { get; init; }
    public required LocalizedText? DirectionsText { get; init; }
    public string? Directions => DirectionsText?.Text;
    public string? DirectionsLanguage => DirectionsText?.OtherLanguage;
    public required string? Website { get; init; }
    public required VenueAccess Access { get; init; }
    public required Expectations Expectations { get; init; }
    public required LocalizedText? AskForText { get; init; }
    public required LocalizedText? ExpectationNotesText { get; init; }
    public required List<RoomLine> Rooms { get; init; }
    public required string? OrganisationEmail { get; init; }
    public required bool IsSample { get; init; }
    public required List<PictureLine> Pictures { get; init; }

    public static readonly Expression<Func<Venue, VenueDetails>> Of = v => new VenueDetails
    {
        Id = v.Id,
        Slug = v.Slug,
        Name = v.NameIn(Language.Current.Tag),
        Address = v.Address,
        PostalCode = v.PostalCode,
        Area = v.Area,
        City = v.City,
        Region = v.Region,
        Country = v.Country,
        Latitude = v.Latitude,
        Longitude = v.Longitude,
        DirectionsText = LocalizedText.Of(v.Translations.In(Language.Current.Tag, w => w.Directions), v.Directions, v.TextLanguage),
        Website = v.Website,
        Access = new VenueAccess(v.StepFree, v.HearingLoop, v.AccessibleToilet, v.WheelchairPlaces,
            LocalizedText.Of(v.Translations.In(Language.Current.Tag, w => w.AccessNotes), v.AccessNotes, v.TextLanguage)),
        Expectations = new Expectations(v.WithoutAdverts, v.StartsOnTime, v.NumberedSeats, v.AdmitsLatecomers, v.CafeOrBar, v.QuietSpace,
            v.MinimumAge, v.AskFor, v.ExpectationNotes),
        AskForText = LocalizedText.Of(v.Translations.In(Language.Current.Tag, w => w.AskFor), v.AskFor, v.TextLanguage),
        ExpectationNotesText = LocalizedText.Of(
            v.Translations.In(Language.Current.Tag, w => w.ExpectationNotes), v.ExpectationNotes, v.TextLanguage),
        Rooms = v.Rooms.OrderBy(r => r.Position).Select(r => new RoomLine(r.Name, r.Seats)).ToList(),
        OrganisationEmail = v.Organisation!.PublicEmail,
        Pictures = v.Pictures.LinesIn(Language.Current.Tag),
        IsSample = v.IsSample,
    };
}
