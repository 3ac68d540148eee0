using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>Yes, no, or nobody has said: never a guess, for somebody travels on it.</summary>
public enum Known { Unknown, Yes, No }

/// <summary>A place where films are shown: how to find it, and how to get in.</summary>
public sealed class Venue : IPictured, IOwned, IDraftable, IHasExpectations
{
    public int Id { get; private set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public string? Address { get; set; }
    /// <summary>The part of town: 'East Finchley'.</summary>
    public string? Area { get; set; }
    /// <summary>Null where no source says.</summary>
    public string? City { get; set; }
    public string? Region { get; set; }
    public string? PostalCode { get; set; }
    /// <summary>ISO 3166-1 alpha-2; null where no source says.</summary>
    public string? Country { get; set; }
    /// <summary>Degrees north, WGS 84; both coordinates or neither.</summary>
    public double? Latitude { get; set; }
    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; set; }
    /// <summary>IANA name of the zone by which its clocks go; without it nothing there can have a time.</summary>
    public string? TimeZone { get; set; }
    /// <summary>How to get there, in Markdown.</summary>
    public string? Directions { get; set; }
    public string? Website { get; set; }
    public Known StepFree { get; set; }
    public Known HearingLoop { get; set; }
    public Known AccessibleToilet { get; set; }
    public int? WheelchairPlaces { get; set; }
    /// <summary>What else somebody with access needs should know.</summary>
    public string? AccessNotes { get; set; }
    public Known WithoutAdverts { get; set; }
    public Known StartsOnTime { get; set; }
    public Known NumberedSeats { get; set; }
    public Known AdmitsLatecomers { get; set; }
    public Known CafeOrBar { get; set; }
    public Known QuietSpace { get; set; }
    public int? MinimumAge { get; set; }
    public string? AskFor { get; set; }
    public string? ExpectationNotes { get; set; }
    /// <summary>BCP 47 tag of the texts that stand here; other languages have their <see cref="Translations"/>.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;
    /// <summary>Made up to show how the site works; labelled wherever it shows.</summary>
    public bool IsSample { get; init; }
    /// <summary>Whether the public may see it; a draft is at the desk alone.</summary>
    public bool IsPublic { get; private set; }
    public int? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
    public List<Picture> Pictures { get; } = [];
    public PictureFile? MainPicture { get; set; }
    public string NameKey { get => SearchKey.Of(Name, Area, City); private set => _ = value; }
    public string CityKey { get => SearchKey.Of(City); private set => _ = value; }

    public List<Room> Rooms { get; } = [];
    public List<Screening> Screenings { get; } = [];
    public List<VenueTranslation> Translations { get; } = [];

    static readonly Rule<Func<Venue, string, string>> NameRule = new((v, language) =>
        v.Translations.In(language, t => t.Name) ?? v.Name);

    /// <summary>The name in the language that is spoken, where it has one there.</summary>
    [Rule(nameof(NameRule))]
    public string NameIn(string language) => NameRule.Run(this, language);

    public void Publish() => IsPublic = true;

    public void Unpublish() => IsPublic = false;

    public void SetTranslations(IEnumerable<VenueTranslation> wanted) => Translations.SetTranslations(
        TextLanguage, wanted, w => (w.Language, w.Name, w.Directions, w.AccessNotes, w.AskFor, w.ExpectationNotes));

    /// <summary>Makes the rooms what they should be; a room that is kept keeps its row, for screenings refer to it.</summary>
    public void SetRooms(IEnumerable<(string Name, int? Seats)> wanted) => EditRooms(wanted.Select(w => ((int?)null, w.Name, w.Seats)));

    /// <summary>The same for a form, in which a room that there was may have got another name.</summary>
    public void EditRooms(IEnumerable<(int? Id, string Name, int? Seats)> wanted)
    {
        var list = wanted.DistinctBy(w => w.Name).Select(w => (w.Name, w.Seats, Room: RoomFor(w.Id, w.Name, wanted))).ToList();
        Rooms.RemoveAll(r => list.All(w => w.Room != r));
        foreach (var ((name, seats, known), position) in list.Select((w, i) => (w, i)))
        {
            var room = known;
            if (room is null) Rooms.Add(room = new Room { Name = name });
            (room.Name, room.Seats, room.Position) = (name, seats, position);
        }
    }

    /// <summary>The rooms that would be gone if only these were wanted.</summary>
    public IReadOnlyList<Room> RoomsNotIn(IReadOnlyList<(int? Id, string Name, int? Seats)> wanted)
    {
        var kept = wanted.Select(w => RoomFor(w.Id, w.Name, wanted)).ToList();
        return [.. Rooms.Where(r => !kept.Contains(r))];
    }

    // By name; else by number, unless another row of the form has that room's name: two names swapped are two rows
    // swapped.
    Room? RoomFor(int? id, string name, IEnumerable<(int? Id, string Name, int? Seats)> wanted) =>
        Rooms.FirstOrDefault(r => r.Name == name) ?? Rooms.FirstOrDefault(r => r.Id == id && wanted.All(w => w.Name != r.Name));
}

/// <summary>A screen or hall of a venue.</summary>
public sealed class Room : IPart
{
    public int Id { get; private set; }
    public int VenueId { get; private set; }
    public required string Name { get; set; }
    public int? Seats { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Venue), VenueId);
}
