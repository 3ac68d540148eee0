using System.Text;
using System.Text.Json;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Records;
using HomsScreenings.Time;

namespace HomsScreenings.Import;

/// <summary>
/// Reads a programme file: its form, field by field. Whether its records fit together, <see cref="ProgrammeChecks"/> looks at.
/// </summary>
public static class ProgrammeReader
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads it, and adds to <paramref name="problems"/> all that is wrong; null where nothing can be made of it.</summary>
    public static ProgrammeFile? Read(ReadOnlyMemory<byte> json, List<string> problems)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Programme(document.RootElement, problems);
        }
        catch (JsonException problem)
        {
            problems.Add(SyntaxProblem(problem, json.Span));
            return null;
        }
    }

    static string SyntaxProblem(JsonException problem, ReadOnlySpan<byte> json)
    {
        var position = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var sentence = position < 0 ? problem.Message : problem.Message[..position];
        if (problem is not { LineNumber: { } line, BytePositionInLine: { } bytes }) return $"The file is not well-formed JSON: {sentence}";
        for (var before = line; before > 0; before--) json = json[(json.IndexOf((byte)'\n') + 1)..];
        var column = Encoding.UTF8.GetCharCount(json[..(int)Math.Min(bytes, json.Length)]);
        return $"line {line + 1}, column {column + 1}: The file is not well-formed JSON: {sentence}";
    }

    static ProgrammeFile? Programme(JsonElement root, List<string> problems)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add("The file is not an object in braces.");
            return null;
        }
        var file = new FieldReader(root, "", problems);
        var format = file.RequiredWhole("format", 1);
        if (format != ProgrammeFile.CurrentFormat)
        {
            if (format != 0) file.Problem("format", $"This program reads format {ProgrammeFile.CurrentFormat}; the file says {format}.");
            return null;
        }
        var programme = new ProgrammeFile
        {
            Sources = file.Lines("sources"),
            Organisations = file.Many("organisations", Organisation),
            People = file.Many("people", Person),
            Films = file.Many("films", Film),
            Venues = file.Many("venues", Venue),
            Series = file.Many("series", Series),
            Screenings = file.Many("screenings", Screening),
            Journal = file.Many("journal", ArticleReader.Read),
        };
        file.RefuseOthers();
        return programme;
    }

    static OrganisationEntry Organisation(FieldReader record) => new()
    {
        Slug = record.OwnSlug(),
        Name = record.RequiredName("name"),
        About = record.Markdown("about"),
        TextLanguage = record.Language("textLanguage"),
        Translations = record.ByLanguage("wordings", w =>
            new OrganisationTranslationEntry(w.Name("name"), w.Markdown("about"), w.Lines("disclaimer", Model.Organisation.MaxDisclaimer))),
        Disclaimer = record.Lines("disclaimer", Model.Organisation.MaxDisclaimer),
        Website = record.Url("website"),
        Links = Links(record),
        PublicEmail = record.Email("publicEmail"),
        Pictures = record.ManyOrNull("pictures", PictureReader.Read),
    };

    static IReadOnlyList<string> Links(FieldReader record)
    {
        List<string> links = [.. record.SecureUrls("links").Distinct(StringComparer.Ordinal)];
        if (links.Count > Model.Organisation.MaxLinks)
            record.Problem("links", $"There are too many; {Model.Organisation.MaxLinks} are the most.");
        return links;
    }

    static PersonEntry Person(FieldReader record) => new()
    {
        Slug = record.OwnSlug(),
        Name = record.RequiredName("name"),
        OriginalName = record.One("originalName", TextIn),
        About = record.Markdown("about"),
        TextLanguage = record.Language("textLanguage"),
        Translations = record.ByLanguage("wordings", w => new PersonTranslationEntry(w.Name("name"), w.Markdown("about"))),
        Published = record.FlagOrNull("published"),
        Pictures = record.ManyOrNull("pictures", PictureReader.Read),
        Organisation = record.Slug("organisation"),
    };

    static TextIn TextIn(FieldReader text) => new(text.Language("language"), text.RequiredName("text"));

    static FilmEntry Film(FieldReader record) => new()
    {
        Slug = record.OwnSlug(),
        Title = record.RequiredName("title"),
        OriginalTitle = record.One("originalTitle", TextIn),
        Year = record.Year("year"),
        Kind = record.RequiredOneOf<FilmKind>("kind"),
        Countries = record.Countries("countries"),
        Languages = record.Languages("languages"),
        Subtitles = record.Languages("subtitles"),
        Format = record.Line("format"),
        TrailerUrl = record.SecureUrl("trailerUrl"),
        TrailerCaptions = record.Languages("trailerCaptions"),
        Website = record.SecureUrl("website"),
        Links = FilmReceptionReader.Links(record),
        AgeRatings = FilmReceptionReader.AgeRatings(record),
        Synopsis = record.Markdown("synopsis"),
        ContentNotes = record.Lines("contentNotes"),
        Notes = record.Markdown("notes"),
        TextLanguage = record.Language("textLanguage"),
        Translations = record.ByLanguage("wordings", w =>
            new FilmTranslationEntry(w.Name("title"), w.Markdown("synopsis"), w.Lines("contentNotes"), w.Markdown("notes"))),
        RunningTimes = record.Many("runningTimes", RunningTime),
        Credits = record.Many("credits", credit => new CreditEntry(credit.Required("role"), credit.RequiredSlug("person"))),
        WatchOffers = record.Many("watchOffers", WatchOffer),
        Stills = record.Many("stills", Still),
        Awards = record.Many("awards", FilmReceptionReader.Award),
        Quotes = record.Many("quotes", FilmReceptionReader.Quote),
        Published = record.FlagOrNull("published"),
        ShowInterest = record.Flag("showInterest"),
        Pictures = record.ManyOrNull("pictures", PictureReader.Read),
        Organisation = record.Slug("organisation"),
    };

    static RunningTimeEntry RunningTime(FieldReader time) =>
        new(time.RequiredWhole("minutes", 1), time.Line("cut", Lengths.Name), time.Line("source"));

    static WatchOfferEntry WatchOffer(FieldReader offer)
    {
        var currency = offer.Currency("currency");
        var read = new WatchOfferEntry(offer.Required("provider"),
            offer.RequiredOneOf<OfferKind>("offer"), offer.Url("url"), offer.Money("price", currency), currency);
        if (read is { Price: not null, Currency: null }) offer.Problem("currency", "A price needs its currency.");
        return read;
    }

    static StillEntry Still(FieldReader still) =>
        new(still.Required("caption", Lengths.Line), still.Line("credit"), still.Line("altText"), still.Line("source"), still.Url("url"));

    static string? TownsTimeZone(VenueEntry venue) =>
        Gazetteer.FindUnambiguous(venue.City, venue.Country)?.TimeZone is { } zone && Zones.IsKnown(zone) ? zone : null;

    static VenueEntry Venue(FieldReader record)
    {
        var venue = new VenueEntry
        {
            Slug = record.OwnSlug(),
            Name = record.RequiredName("name"),
            Address = record.Line("address"),
            Area = record.Name("area"),
            PostalCode = record.Line("postalCode", Lengths.PostalCode),
            City = record.Name("city"),
            Region = record.Name("region"),
            Country = record.Country("country"),
            Latitude = record.Degrees("latitude", 90),
            Longitude = record.Degrees("longitude", 180),
            TimeZone = record.TimeZone("timeZone"),
            Directions = record.Markdown("directions"),
            Website = record.Url("website"),
            StepFree = record.OneOf<Known>("stepFree") ?? Known.Unknown,
            HearingLoop = record.OneOf<Known>("hearingLoop") ?? Known.Unknown,
            AccessibleToilet = record.OneOf<Known>("accessibleToilet") ?? Known.Unknown,
            WheelchairPlaces = record.Whole("wheelchairPlaces", 0),
            AccessNotes = record.Lines("accessNotes"),
            Expect = record.One("expect", Expectations),
            TextLanguage = record.Language("textLanguage"),
            Translations = record.ByLanguage("wordings", w => new VenueTranslationEntry(w.Name("name"), w.Markdown("directions"),
                w.Lines("accessNotes"), w.Line("askFor", Lengths.Name), w.Lines("expectationNotes"))),
            Rooms = record.Many("rooms", room => new RoomEntry(room.Required("name"), room.Whole("seats", 1))),
            Sample = record.Flag("sample"),
            Published = record.FlagOrNull("published"),
            Pictures = record.ManyOrNull("pictures", PictureReader.Read),
            Organisation = record.Slug("organisation"),
        };
        if (venue.Latitude is null != venue.Longitude is null)
            record.Problem(venue.Latitude is null ? "latitude" : "longitude", "One coordinate without the other is no place.");
        return venue.TimeZone is null ? venue with { TimeZone = TownsTimeZone(venue), TimeZoneIsTowns = true } : venue;
    }

    static Expectations Expectations(FieldReader known) => new(known.OneOf<Known>("withoutAdverts") ?? Known.Unknown,
        known.OneOf<Known>("startsOnTime") ?? Known.Unknown, known.OneOf<Known>("numberedSeats") ?? Known.Unknown,
        known.OneOf<Known>("admitsLatecomers") ?? Known.Unknown, known.OneOf<Known>("cafeOrBar") ?? Known.Unknown,
        known.OneOf<Known>("quietSpace") ?? Known.Unknown, known.Whole("minimumAge", 0, Model.Expectations.MaxAge),
        known.Line("askFor", Lengths.Name), known.Lines("notes"));

    static SeriesEntry Series(FieldReader record)
    {
        var series = new SeriesEntry
        {
            Slug = record.OwnSlug(),
            Title = record.RequiredName("title"),
            Kind = record.RequiredOneOf<SeriesKind>("kind"),
            Year = record.Year("year"),
            Starts = record.Date("starts"),
            Ends = record.Date("ends"),
            DatesNote = record.Line("datesNote"),
            Description = record.Markdown("description"),
            Invitation = record.Lines("invitation"),
            TextLanguage = record.Language("textLanguage"),
            Translations = record.ByLanguage("wordings", w =>
                new SeriesTranslationEntry(w.Name("title"), w.Markdown("description"), w.Lines("invitation"), w.Line("datesNote"))),
            Partners = record.Many("partners", partner => new PartnerEntry(partner.RequiredSlug("organisation"), partner.Line("part"))),
            Published = record.Flag("published"),
            PublishedAt = record.Moment("publishedAt"),
            Sample = record.Flag("sample"),
            ShowInterest = record.Flag("showInterest"),
            Pictures = record.ManyOrNull("pictures", PictureReader.Read),
            Organisation = record.Slug("organisation"),
        };
        if (series.Ends < series.Starts) record.Problem("ends", "It ends before it starts.");
        if (series is { Published: false, PublishedAt: not null }) record.Problem("publishedAt", "It is not published.");
        return series;
    }

    static ScreeningEntry Screening(FieldReader record)
    {
        var screening = WholeScreening(record);
        if (screening is { Booking: BookingWay.External, BookingUrl: null })
            record.Problem("bookingUrl", "Booking elsewhere needs the address where.");
        if (screening is { Booking: not (null or BookingWay.External), BookingUrl: not null })
            record.Problem("bookingUrl", "An address for booking goes with 'external' alone.");
        if (screening is { Booking: not BookingWay.Seats, Seats: not null })
            record.Problem("seats", "Rules for seats go with the booking 'seats' alone.");
        return screening;
    }

    static ScreeningEntry WholeScreening(FieldReader record) => new()
    {
        Uid = record.Line("uid", Lengths.Uid),
        Slug = record.OwnSlug(),
        Title = record.Name("title"),
        Films = record.Many("films", film => new ShownFilmEntry(film.RequiredSlug("film"), film.One("runningTime", RunningTime))),
        Series = record.Slug("series"),
        Organisation = record.Slug("organisation"),
        Venue = record.Slug("venue"),
        Room = record.Line("room", Lengths.Name),
        Area = record.Name("area"),
        City = record.Name("city"),
        Region = record.Name("region"),
        Country = record.Country("country"),
        TimeZone = record.TimeZone("timeZone"),
        Date = record.Date("date"),
        Time = record.Time("time"),
        SecondTime = record.Flag("secondTime"),
        EndTime = record.Time("endTime"),
        DoorsMinutes = record.Whole("doorsMinutes", 0, MinutesOfADay),
        IntroductionMinutes = record.Whole("introductionMinutes", 0, MinutesOfADay),
        TalkMinutes = record.Whole("talkMinutes", 0, MinutesOfADay),
        Speakers = record.SlugList("speakers"),
        Languages = record.Languages("languages"),
        Subtitles = record.Languages("subtitles"),
        Captions = record.Flag("captions"),
        AudioDescription = record.Flag("audioDescription"),
        SignLanguage = record.Flag("signLanguage"),
        Relaxed = record.Flag("relaxed"),
        Admission = record.OneOf<Admission>("admission") ?? Admission.Unknown,
        Prices = record.One("prices", Prices),
        Booking = record.OneOf<BookingWay>("booking"),
        BookingUrl = record.Url("bookingUrl"),
        Seats = record.One("seats", Seats),
        PremiereNote = record.Line("premiereNote"),
        Capacity = record.Whole("capacity", 0),
        Description = record.Markdown("description"),
        Expect = record.One("expect", Expectations),
        TextLanguage = record.Language("textLanguage"),
        Translations = record.ByLanguage("wordings", w =>
            new ScreeningTranslationEntry(w.Name("title"), w.Markdown("description"), w.Line("premiereNote"), w.Lines("statusReason"),
                w.Line("askFor", Lengths.Name), w.Lines("expectationNotes"))),
        Status = record.OneOf<ScreeningStatus>("status"),
        StatusReason = record.Lines("statusReason"),
        OnlineUrl = record.Url("onlineUrl"),
        PreviousDate = record.Date("previousDate"),
        PreviousTime = record.Time("previousTime"),
        Sequence = record.Whole("sequence", 0),
        CreatedAt = record.Moment("createdAt"),
        PublishedAt = record.Moment("publishedAt"),
        Attendance = record.One(
            "attendance", attendance => new AttendanceEntry(attendance.RequiredWhole("count", 0), attendance.Flag("atLeast"))),
        Sample = record.Flag("sample"),
    };

    const int MinutesOfADay = 1440;

    static SeatsEntry Seats(FieldReader rules) => new()
    {
        OpensAt = rules.Moment("opensAt"),
        ClosesMinutes = rules.Whole("closesMinutes", 0),
        LargestParty = rules.Whole("largestParty", 1),
        WheelchairPlaces = rules.Whole("wheelchairPlaces", 0),
        CompanionPlaces = rules.Whole("companionPlaces", 0),
        ConfirmByLink = rules.Flag("confirmByLink"),
        OfferHours = rules.Whole("offerHours", 1),
        OffersEndHours = rules.Whole("offersEndHours", 0),
        ReminderHours = rules.Whole("reminderHours", 0),
    };

    static PricesEntry Prices(FieldReader prices)
    {
        var currency = prices.Currency("currency");
        var read = new PricesEntry(prices.Money("from", currency), prices.Money("to", currency), currency);
        if (read.Currency is null) prices.Problem("currency", "Prices need their currency.");
        if (read.To < read.From) prices.Problem("to", "The highest price is below the lowest.");
        return read;
    }
}
