using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Time;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>
/// A screening as somebody types it. What stands in the fields is checked here; what they refer to in
/// <see cref="ScreeningReferences"/>.
/// </summary>
public sealed class ScreeningInput : WhenInput, IVersionedInput, IValidatableObject
{
    const int MaxMinutes = 24 * 60;
    const int EmptyRows = 3;

    public int Version { get; set; }

    /// <summary>The UID of a screening that is not yet saved: sent twice, the same form makes one screening.</summary>
    [RegularExpression("[0-9a-f-]{36}", ErrorMessage = "This form is damaged; open it again.")]
    public string? Uid { get; set; }

    [Display(Name = "Address"), SlugText]
    public string? Slug { get; set; }

    [Display(Name = "Title of its own"), TitleText]
    public string? Title { get; set; }

    /// <summary>In order; empty rows count for nothing.</summary>
    public List<FilmChoice> Films { get; set; } = [];

    [Display(Name = "Series")]
    public int? SeriesId { get; set; }

    [Display(Name = "Organisation")]
    public int? OrganisationId { get; set; }

    /// <summary>'7' for a venue, '7:3' for one of its rooms.</summary>
    [Display(Name = "Venue and room")]
    public string? Place { get; set; }

    [Display(Name = "Part of town"), TitleText]
    public string? Area { get; set; }

    [Display(Name = "City"), TitleText]
    public string? City { get; set; }

    [Display(Name = "Region"), TitleText]
    public string? Region { get; set; }

    [Display(Name = "Country"), CountryCode]
    public string? Country { get; set; }

    [Display(Name = "Time zone"), TimeZoneName]
    public string? TimeZone { get; set; }

    [Display(Name = "Doors open, minutes before"), Range(0, MaxMinutes, ErrorMessage = "Minutes from {1} to {2}.")]
    public int? DoorsMinutes { get; set; }

    [Display(Name = "Introduction, minutes"), Range(0, MaxMinutes, ErrorMessage = "Minutes from {1} to {2}.")]
    public int? IntroductionMinutes { get; set; }

    [Display(Name = "Talk afterwards, minutes"), Range(0, MaxMinutes, ErrorMessage = "Minutes from {1} to {2}.")]
    public int? TalkMinutes { get; set; }

    /// <summary>In order; empty rows count for nothing.</summary>
    public List<SpeakerRow> Speakers { get; set; } = [];

    [Display(Name = "Languages"), LanguageTags]
    public string? Languages { get; set; }

    [Display(Name = "Subtitles"), LanguageTags]
    public string? Subtitles { get; set; }

    [Display(Name = "Captions for those who do not hear")]
    public bool Captions { get; set; }

    [Display(Name = "Audio description")]
    public bool AudioDescription { get; set; }

    [Display(Name = "Sign language")]
    public bool SignLanguage { get; set; }

    [Display(Name = "Relaxed screening")]
    public bool Relaxed { get; set; }

    [Display(Name = "Admission")]
    public Admission Admission { get; set; }

    [Display(Name = "Price from"), DataType(Amounts.DataType), Amount(nameof(Currency))]
    public string? PriceFrom { get; set; }

    [Display(Name = "Price to"), DataType(Amounts.DataType), Amount(nameof(Currency))]
    public string? PriceTo { get; set; }

    [Display(Name = "Currency"), CurrencyCode]
    public string? Currency { get; set; }

    /// <summary>Null in a form that does not ask: a link then says that it is elsewhere, and otherwise all stays as it is.</summary>
    [Display(Name = "How one gets a place")]
    public BookingWay? Booking { get; set; }

    /// <summary>What was meant: whoever types a link and chooses nothing means the link.</summary>
    public BookingWay? Way => BookingUrl is not null && Booking is null or BookingWay.None ? BookingWay.External : Booking;

    /// <summary>They count where our own seats are given away.</summary>
    public SeatRulesInput Seats { get; set; } = new();

    [Display(Name = "Link to book"), DataType(DataType.Url), WebAddress]
    public string? BookingUrl { get; set; }

    [Display(Name = "Premiere note"), AtMost(Lengths.Line)]
    public string? PremiereNote { get; set; }

    [Display(Name = "Seats"), Range(0, 1_000_000, ErrorMessage = "Seats are a number from {1} to {2}.")]
    public int? Capacity { get; set; }

    [Display(Name = "Description"), DataType(DataType.MultilineText), Markdown]
    public string? Description { get; set; }

    /// <summary>Where it differs from the venue's rule.</summary>
    public ExpectationsInput Expect { get; set; } = new();

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<ScreeningTranslationRow> Translations { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Title is null && Films.All(f => f.Film is null))
            yield return new("Choose a film, or give it a title of its own.", [nameof(Title)]);
        if (Place is not null && (Area ?? City ?? Region ?? Country) is not null)
            yield return new("Choose a venue, or say part of town, city, region and country; not both.", [nameof(Place)]);
        if (TimeZone is { } zone && Zones.IsKnown(zone) && !Zones.IsOfPlaces(zone))
            yield return new(
                $"{zone} is no time zone of a place, and may know nothing of its summer time. Choose one such as Europe/London.",
                [nameof(TimeZone)]);
        if (TypedAmount.Read(PriceFrom, Currency) > TypedAmount.Read(PriceTo, Currency))
            yield return new("The highest price is lower than the lowest.", [nameof(PriceTo)]);
        if ((PriceFrom ?? PriceTo) is not null && Currency is null)
            yield return new("A price needs its currency, such as GBP.", [nameof(Currency)]);
        if ((PriceFrom ?? PriceTo) is not null && Admission is not (Admission.Ticketed or Admission.PayWhatYouCan))
            yield return new("Prices go with tickets, or with 'pay what you can'.", [nameof(Admission)]);
        if (BookingUrl is not null && Admission == Admission.Unknown)
            yield return new("With a link to book, say what it takes to get in.", [nameof(Admission)]);
        if (Way == BookingWay.External && BookingUrl is null)
            yield return new("Where does one book? Type the link, or choose another way.", [nameof(BookingUrl)]);
        if (Way is BookingWay.Seats or BookingWay.WalkIn && BookingUrl is not null)
            yield return new("With a link one books elsewhere: choose that, or remove the link.", [nameof(BookingUrl)]);
        if (Way == BookingWay.Seats && Place is not null && Seats.PrivateAddress is not null)
            yield return new("The address of a venue is public. For a private one choose no venue, and say part of town and city.",
                [$"{nameof(Seats)}.{nameof(Seats.PrivateAddress)}"]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
    }

    /// <summary>An empty one, ready to be filled.</summary>
    public static ScreeningInput New()
    {
        var draft = new ScreeningInput { Uid = Guid.NewGuid().ToString(), Booking = BookingWay.None };
        draft.AddRows();
        return draft;
    }

    public static ScreeningInput Of(Screening screening)
    {
        var draft = new ScreeningInput
        {
            Version = screening.Version,
            Slug = screening.Slug,
            Title = screening.Title,
            Films = [.. screening.Films.OrderBy(f => f.Position).Select(FilmChoice.Of)],
            SeriesId = screening.SeriesId,
            OrganisationId = screening.OrganisationId,
            Place = screening.VenueId is { } venue ? Pair(venue, screening.RoomId) : null,
            Area = screening.Area,
            City = screening.City,
            Region = screening.Region,
            Country = screening.Country,
            TimeZone = screening.VenueId is null ? screening.TimeZone : null,
            DoorsMinutes = screening.DoorsMinutes,
            IntroductionMinutes = screening.IntroductionMinutes,
            TalkMinutes = screening.TalkMinutes,
            Speakers = [
                .. screening.Speakers.OrderBy(s => s.Position).Select(s => new SpeakerRow { PersonId = s.PersonId, Name = s.Person.Name })],
            Languages = Text(screening.Languages),
            Subtitles = Text(screening.Subtitles),
            Captions = screening.Captions,
            AudioDescription = screening.AudioDescription,
            SignLanguage = screening.SignLanguage,
            Relaxed = screening.Relaxed,
            Admission = screening.Admission,
            PriceFrom = TypedAmount.Format(screening.PriceFrom),
            PriceTo = TypedAmount.Format(screening.PriceTo),
            Currency = screening.Currency,
            Booking = screening.Booking,
            BookingUrl = screening.BookingUrl,
            Seats = screening.Seats is { } rules ? SeatRulesInput.Of(rules, screening.TimeZone) : new(),
            PremiereNote = screening.PremiereNote,
            Capacity = screening.Capacity,
            Description = screening.Description,
            Expect = ExpectationsInput.Of(screening.Expectations),
            TextLanguage = screening.TextLanguage,
            Translations = [.. screening.Translations.OrderBy(w => w.Language, StringComparer.Ordinal).Select(ScreeningTranslationRow.Of)],
        };
        draft.Fill(screening);
        draft.AddRows();
        return draft;
    }

    /// <summary>Adds empty rows for films and speakers, and those for languages that are missing.</summary>
    public void AddRows()
    {
        for (var i = 0; i < EmptyRows; i++)
        {
            Films.Add(new());
            Speakers.Add(new());
        }
        Translations.Complete(TextLanguage);
    }

    /// <summary>'7:3' for a thing and one of its parts, '7' for the thing alone.</summary>
    public static string Pair(int id, int? part) => string.Create(CultureInfo.InvariantCulture, $"{id}{(part is null ? "" : ":")}{part}");

    /// <summary>Reads what <see cref="Pair"/> wrote; null for anything else.</summary>
    public static (int Id, int? Part)? Unpair(string? pair)
    {
        var numbers = (pair ?? "").Split(':');
        if (numbers.Length > 2 || !Number(numbers[0], out var id)) return null;
        if (numbers.Length == 1) return (id, null);
        return Number(numbers[1], out var part) ? (id, part) : null;
    }

    static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    static string? Text(IReadOnlyList<string> codes) => codes.Count == 0 ? null : Codes.Join(codes);
}

/// <summary>A row in which a film, and perhaps the cut that is shown, is chosen.</summary>
public sealed class FilmChoice
{
    /// <summary>'12' for a film, '12:4' for one of its running times.</summary>
    [Display(Name = "Film")]
    public string? Film { get; set; }

    public static FilmChoice Of(ScreeningFilm film) => new() { Film = ScreeningInput.Pair(film.FilmId, film.RunningTimeId) };
}

/// <summary>A row in which somebody is named who introduces the film or talks after it.</summary>
public sealed class SpeakerRow
{
    /// <summary>The person whose name the row was filled with; it counts as long as the name is left as it was.</summary>
    public int? PersonId { get; set; }

    [Display(Name = "Speaker"), DataType(TypedPerson.DataType), AtMost(TypedPerson.MaxLength)]
    public string? Name { get; set; }
}
