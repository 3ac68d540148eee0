using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using HomsScreenings.Venues;

namespace HomsScreenings.Desk;

/// <summary>A venue as a person types it.</summary>
public sealed class VenueInput : IVersionedInput, IValidatableObject
{
    [Required(ErrorMessage = "The venue needs a name."), NameText]
    public string? Name { get; set; }

    [Display(Name = "Street and number"), AtMost(Lengths.Line)]
    public string? Address { get; set; }

    [Display(Name = "Part of town"), NameText]
    public string? Area { get; set; }

    [Required(ErrorMessage = "The venue needs a town."), NameText]
    public string? City { get; set; }

    [NameText]
    public string? Region { get; set; }

    [Display(Name = "Postal code"), AtMost(Lengths.PostalCode)]
    public string? PostalCode { get; set; }

    [CountryCode]
    public string? Country { get; set; }

    [Display(Name = "Coordinates"), AtMost(2_000)]
    public string? Position { get; set; }

    [Display(Name = "Time zone"), TimeZoneName]
    public string? TimeZone { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Directions { get; set; }

    [DataType(DataType.Url), WebAddress]
    public string? Website { get; set; }

    [Display(Name = "Step-free access")]
    public Known StepFree { get; set; }

    [Display(Name = "Hearing loop")]
    public Known HearingLoop { get; set; }

    [Display(Name = "Accessible toilet")]
    public Known AccessibleToilet { get; set; }

    [Display(Name = "Wheelchair places"), Range(0, 10_000, ErrorMessage = "{0} is a number from {1} to {2}.")]
    public int? WheelchairPlaces { get; set; }

    [Display(Name = "More about access"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? AccessNotes { get; set; }

    public ExpectationsInput Expect { get; set; } = new();

    public List<RoomRow> Rooms { get; set; } = [];

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<VenueTranslationRow> Translations { get; set; } = [];

    [Display(Name = "Address on this site"), SlugText]
    public string? Slug { get; set; }

    /// <summary>The person has seen the venues that it resembles.</summary>
    [Display(Name = "This is another one")]
    public bool ConfirmedNew { get; set; }

    /// <summary>The version of the venue from which the form was filled.</summary>
    public int Version { get; set; }

    /// <summary>The time zone that was typed, or the country's own where it has only one, or else that of the town.</summary>
    public string? EffectiveTimeZone => TimeZone ?? LikelyTimeZone;

    string? LikelyTimeZone => CountryZones.Of(Country) is [var only] ? only : TownsTimeZone;

    string? TownsTimeZone => Places.Gazetteer.FindUnambiguous(City, Country)?.TimeZone is { } zone && Zones.IsKnown(zone) ? zone : null;

    /// <summary>
    /// What the desk says of a time zone that nobody typed: ' Its clocks are taken to go by Europe/London, as in Leeds.'; null where
    /// somebody did.
    /// </summary>
    public string? TimeZoneSentence => TimeZone is null && EffectiveTimeZone is { } zone
        ? $" Its clocks are taken to go by {zone}, "
            + $"as {(zone == TownsTimeZone ? $"in {City}" : $"everywhere in {Text.CountryCodes.Name(Country!)}")}." : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Position is not null && !Venues.Position.TryParse(Position, out _))
            yield return new(
                "Coordinates are two numbers, north and east, such as '51.5879, -0.1636', or the address of a place on a map site.",
                [nameof(Position)]);
        if (TimeZone is { } typed && Zones.IsKnown(typed) && !Zones.IsOfPlaces(typed))
            yield return new($"{typed} is no time zone of a place, and may know nothing of its summer time. "
                + (LikelyTimeZone is { } likely ? $"The clocks there go by {likely}." : "Choose one such as Europe/London."),
                [nameof(TimeZone)]);
        if (EffectiveTimeZone is null) yield return new(TimeZoneMissing(), [nameof(TimeZone)]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
    }

    string TimeZoneMissing()
    {
        const int fewEnoughToName = 4;
        return CountryZones.Of(Country) switch
        {
            { Count: > fewEnoughToName } => $"The venue needs a time zone; {Text.CountryCodes.Name(Country!)} has several.",
            { Count: > 0 } zones =>
                $"The venue needs a time zone; {Text.CountryCodes.Name(Country!)} has several: {string.Join(", ", zones)}.",
            _ => "The venue needs a time zone, such as Europe/London.",
        };
    }

    public static VenueInput Of(Venue venue) => new()
    {
        Name = venue.Name,
        Address = venue.Address,
        Area = venue.Area,
        City = venue.City,
        Region = venue.Region,
        PostalCode = venue.PostalCode,
        Country = venue.Country,
        Position = venue is { Latitude: { } north, Longitude: { } east } ? new Position(north, east).ToString() : null,
        TimeZone = venue.TimeZone,
        Directions = venue.Directions,
        Website = venue.Website,
        StepFree = venue.StepFree,
        HearingLoop = venue.HearingLoop,
        AccessibleToilet = venue.AccessibleToilet,
        WheelchairPlaces = venue.WheelchairPlaces,
        AccessNotes = venue.AccessNotes,
        Expect = ExpectationsInput.Of(venue.Expectations),
        TextLanguage = venue.TextLanguage,
        Translations = [.. venue.Translations.OrderBy(w => w.Language, StringComparer.Ordinal).Select(VenueTranslationRow.Of)],
        Rooms = [.. venue.Rooms.OrderBy(r => r.Position).Select(r => new RoomRow { Id = r.Id, Name = r.Name, Seats = r.Seats })],
        Slug = venue.Slug,
        Version = venue.Version,
    };

    /// <summary>A new venue from a checked input.</summary>
    public Venue ToVenue(string slug, int? organisationId)
    {
        var venue = new Venue { Slug = slug, Name = Name!, OrganisationId = organisationId };
        ApplyTo(venue);
        return venue;
    }

    /// <summary>Writes a checked input into a venue whose rooms and texts in other languages are loaded.</summary>
    public void ApplyTo(Venue venue)
    {
        (venue.Slug, venue.Name) = (Slug ?? venue.Slug, Name!);
        (venue.Address, venue.Area, venue.City, venue.Region, venue.PostalCode) = (Address, Area, City, Region, PostalCode);
        venue.Country = Country is { } code ? Text.CountryCodes.Tidy(code) : null;
        (venue.Latitude, venue.Longitude) = Venues.Position.TryParse(Position, out var point) ? (point.Latitude, point.Longitude)
            : ((double?)null, (double?)null);
        (venue.TimeZone, venue.Directions, venue.Website) = (EffectiveTimeZone, Directions, Website);
        (venue.StepFree, venue.HearingLoop, venue.AccessibleToilet) = (StepFree, HearingLoop, AccessibleToilet);
        (venue.WheelchairPlaces, venue.AccessNotes) = (WheelchairPlaces, AccessNotes);
        venue.SetExpectations(Expect.ToExpectations());
        venue.TextLanguage = TranslationRows.Tag(TextLanguage);
        venue.SetTranslations(Translations.Filled().Select(w => w.Row.ToTranslation(w.Language)));
        venue.EditRooms(WantedRooms());
    }

    /// <summary>The rooms that are filled in.</summary>
    public List<(int? Id, string Name, int? Seats)> WantedRooms() =>
        [.. Rooms.Where(r => r.Name is not null).Select(r => (r.Id, r.Name!, r.Seats))];
}

/// <summary>One room in the form; an empty row is none.</summary>
public sealed class RoomRow : IValidatableObject
{
    /// <summary>The room that it was filled from.</summary>
    public int? Id { get; set; }

    [Display(Name = "Room"), NameText]
    public string? Name { get; set; }

    [Range(1, 100_000, ErrorMessage = "{0} is a number from {1} to {2}.")]
    public int? Seats { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Name is null && Seats is not null) yield return new("Which room has these seats?", [nameof(Name)]);
    }
}
