using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// One showing of one film or more, at a place and a local time, perhaps with an introduction and a talk. What is not
/// known stays null and is said as such. This file holds what a screening is; its verbs are in Screening.Status.cs and
/// its times in Screening.Times.cs.
/// </summary>
public sealed partial class Screening : IRecord, IOwned
{
    public int Id { get; private set; }
    /// <summary>The iCalendar UID (RFC 5545, 3.8.4.7): one for life, in page, feed and mail.</summary>
    public required string Uid { get; init; }
    public required string Slug { get; set; }

    public int? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public int? SeriesId { get; set; }
    public ScreeningSeries? Series { get; set; }

    /// <summary>A title of its own: 'Shorts from Syria', or what a meeting without a film is called.</summary>
    public string? Title { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Description { get; set; }
    /// <summary>'UK premiere'.</summary>
    public string? PremiereNote { get; set; }
    /// <summary>BCP 47 tag of the texts that stand here; other languages have their <see cref="Translations"/>.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;
    public List<ScreeningFilm> Films { get; } = [];
    public List<Speaker> Speakers { get; } = [];
    public List<ScreeningTranslation> Translations { get; } = [];
    /// <summary>Its comments; null where it was never opened to any.</summary>
    public Discussion? Discussion { get; private set; }

    public int? VenueId { get; private set; }
    public Venue? Venue { get; private set; }
    public int? RoomId { get; private set; }
    public Room? Room { get; private set; }
    /// <summary>Where only the part of town is known or told; the next four are used only without a venue.</summary>
    public string? Area { get; private set; }
    public string? City { get; private set; }
    public string? Region { get; private set; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; private set; }
    public string CityKey { get => SearchKey.Of(City); private set => _ = value; }

    /// <summary>Languages heard, BCP 47; empty when the film's own say it all.</summary>
    public List<string> Languages { get; set; } = [];
    /// <summary>Languages of the subtitles shown, BCP 47.</summary>
    public List<string> Subtitles { get; set; } = [];
    /// <summary>Subtitles for those who do not hear, with sounds and speakers.</summary>
    public bool Captions { get; set; }
    public bool AudioDescription { get; set; }
    /// <summary>The talk or the film is interpreted into a sign language.</summary>
    public bool SignLanguage { get; set; }
    /// <summary>Lights stay up a little, and coming and going is welcome.</summary>
    public bool Relaxed { get; set; }

    public Admission Admission { get; set; }
    /// <summary>Lowest price, in units of <see cref="Currency"/>.</summary>
    public decimal? PriceFrom { get; set; }
    public decimal? PriceTo { get; set; }
    /// <summary>ISO 4217.</summary>
    public string? Currency { get; set; }
    /// <summary>Seats for this screening; null for those of the room.</summary>
    public int? Capacity { get; set; }

    /// <summary>How many came.</summary>
    public int? Attendance { get; set; }
    /// <summary>The source says 'at least'.</summary>
    public bool AttendanceIsMinimum { get; set; }

    /// <summary>Made up to show how the site works; labelled wherever it shows, in feeds too.</summary>
    public bool IsSample { get; init; }
    public int Version { get; set; }
    public required Instant CreatedAt { get; init; }
    public Instant ChangedAt { get; set; }

    /// <summary>Languages and subtitles, to be searched.</summary>
    public string LanguagesKey { get => CodesKey.OfThoseThatFit(Languages.Concat(Subtitles)); private set => _ = value; }
    public string TitleKey { get => SearchKey.Of(Title); private set => _ = value; }

    /// <summary>Makes the films what they should be, in their order; how long it lasts follows from them.</summary>
    public void SetFilms(IEnumerable<ScreeningFilm> wanted) => Revise(() =>
    {
        Films.SetParts(wanted, (f, i) => f.Position = i, f => (f.FilmId, f.RunningTimeId, f.Position));
        WorkOutTimes();
    });

    public void SetSpeakers(IEnumerable<Speaker> wanted) => Revise(() =>
        Speakers.SetParts(wanted, (s, i) => s.Position = i, s => (s.PersonId, s.Position)));

    /// <summary>Makes the wordings what they should be; a reason is in other languages only where there is one.</summary>
    public void SetTranslations(IEnumerable<ScreeningTranslation> wanted)
    {
        var list = wanted.ToList();
        if (StatusReason is null) list.ForEach(w => w.StatusReason = null);
        Translations.SetTranslations(TextLanguage, list,
            w => (w.Language, w.Title, w.Description, w.PremiereNote, w.StatusReason, w.AskFor, w.ExpectationNotes));
    }

    /// <summary>Puts it into a venue, perhaps one of its rooms. The clocks of the venue count from now on.</summary>
    public void PlaceAt(Venue venue, Room? room)
    {
        if (room is not null && !venue.Rooms.Contains(room)) throw new ArgumentException("The room is another venue's.", nameof(room));
        Revise(() =>
        {
            (Venue, VenueId, Room, RoomId) = (venue, venue.Id, room, room?.Id);
            Area = City = Region = Country = null;
            GoBy(venue.TimeZone);
            WorkOutTimes();
        });
    }

    /// <summary>Says only in which part of which town it is; any of the parts may be unknown.</summary>
    public void PlaceIn(string? area, string? city, string? region, string? country, string? timeZone) => Revise(() =>
    {
        (Venue, VenueId, Room, RoomId) = (null, null, null, null);
        (Area, City, Region, Country) = (area, city, region, country);
        GoBy(timeZone);
        WorkOutTimes();
    });
}
