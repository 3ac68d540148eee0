using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>A film as a line of the programme names it.</summary>
/// <param name="Title">In the language that is spoken, where it has one.</param>
/// <param name="OriginalTitle">The other title, to be shown beneath: the one that its makers gave it where it does not lead.</param>
public sealed record FilmLine(string Slug, string Title, string? OriginalTitle,
    string? OriginalTitleLanguage, FilmKind Kind, List<string> Languages)
{
    /// <summary>The language of the title (BCP 47), where that is not the one that is spoken.</summary>
    public string? TitleLanguage { get; init; }
    /// <summary>Whether the other title is what its makers called it.</summary>
    public bool OtherIsOriginal { get; init; } = true;

    /// <summary>The picture that stands for it; null where there is none.</summary>
    public PictureFile? Picture { get; init; }

    public static FilmLine Of(string slug, LocalizedTitle names, FilmKind kind, List<string> languages, PictureFile? picture) =>
        new(slug, names.First, names.Other, names.OtherLanguage,
            kind, languages)
        { TitleLanguage = names.FirstLanguage, OtherIsOriginal = names.OtherIsOriginal, Picture = picture };
}

/// <summary>One line of the programme: what lists, calendars and feeds show of a screening, and no column more.</summary>
public sealed record ScreeningCard
{
    public required int Id { get; init; }
    public required string Uid { get; init; }
    public required string Slug { get; init; }
    public string? Title { get; init; }
    /// <summary>Its language (BCP 47), where that is not the one that is spoken.</summary>
    public string? TitleLanguage { get; init; }
    public string? PremiereNote { get; init; }
    /// <summary>Its language (BCP 47), where that is not the one that is spoken.</summary>
    public string? PremiereNoteLanguage { get; init; }
    public required List<FilmLine> Films { get; init; }
    public required List<PersonLine> Speakers { get; init; }

    public required LocalDate? Date { get; init; }
    public required LocalTime? Time { get; init; }
    public required string? TimeZone { get; init; }
    public required Instant? StartsAt { get; init; }
    public required Instant? EndsAt { get; init; }
    public required LocalDate? ProgrammeDate { get; init; }
    /// <summary>Its place in the order of the programme.</summary>
    public long ProgrammeOrder { get; init; }
    public required int? DoorsMinutes { get; init; }
    public required int? TalkMinutes { get; init; }

    public required string? VenueSlug { get; init; }
    public required string? VenueName { get; init; }
    public required string? RoomName { get; init; }
    public required string? Address { get; init; }
    public required string? PostalCode { get; init; }
    public required string? Area { get; init; }
    public required string? City { get; init; }
    public required string? Region { get; init; }
    public required string? Country { get; init; }
    public required double? Latitude { get; init; }
    public required double? Longitude { get; init; }

    /// <summary>Degrees north, where it is or at least its town: to tell how far it is, not to find the door.</summary>
    public double? AboutLatitude { get; init; }
    /// <summary>Degrees east, as exact as <see cref="AboutLatitude"/>.</summary>
    public double? AboutLongitude { get; init; }

    public required ScreeningStatus Status { get; init; }
    public string? StatusReason { get; init; }
    /// <summary>Its language (BCP 47), where that is not the one that is spoken.</summary>
    public string? StatusReasonLanguage { get; init; }
    public required LocalDate? PreviousDate { get; init; }
    public required LocalTime? PreviousTime { get; init; }
    public required string? OnlineUrl { get; init; }

    public required Admission Admission { get; init; }
    public required decimal? PriceFrom { get; init; }
    public required decimal? PriceTo { get; init; }
    public required string? Currency { get; init; }
    public required string? BookingUrl { get; init; }
    /// <summary>How one gets a place.</summary>
    public BookingWay Booking { get; init; }
    /// <summary>What the public is told of our own seats; null where there are none.</summary>
    public SeatNews? Seats { get; init; }

    public required List<string> Languages { get; init; }
    public required List<string> Subtitles { get; init; }
    public required Known StepFree { get; init; }
    public required Known HearingLoop { get; init; }
    public required bool Captions { get; init; }
    public required bool AudioDescription { get; init; }
    public required bool SignLanguage { get; init; }
    public required bool Relaxed { get; init; }

    public required string? SeriesSlug { get; init; }
    public string? SeriesTitle { get; init; }
    /// <summary>Its language (BCP 47), where that is not the one that is spoken.</summary>
    public string? SeriesTitleLanguage { get; init; }
    public required SeriesKind? SeriesKind { get; init; }
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required bool IsSample { get; init; }
    public LocalDate? SeriesEnds { get; init; }
    /// <summary>The instant from which it counts as over (<see cref="ProgrammeOrders.OverAt"/>).</summary>
    public required Instant OverAt { get; init; }

    public required int Sequence { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant? PublishedAt { get; init; }
    public required Instant ChangedAt { get; init; }
    public required Instant? VenueChangedAt { get; init; }
    public required Instant? FilmsChangedAt { get; init; }
    public Instant? SeriesChangedAt { get; init; }
    public Instant? OrganisationChangedAt { get; init; }
    public Instant? SpeakersChangedAt { get; init; }

    /// <summary>The picture of the first film that has one; null where none has.</summary>
    public PictureFile? Picture => Films.Select(f => f.Picture).FirstOrDefault(p => p is not null);

    /// <summary>Its own title, or the films' joined.</summary>
    public string Heading => Title ?? string.Join(" + ", Films.Select(f => f.Title));

    /// <summary>The language of the heading (BCP 47), where that is one, and not the one that is spoken.</summary>
    public string? HeadingLanguage => Title is not null ? TitleLanguage
        : Films.Count > 0 && Films.All(f => f.TitleLanguage == Films[0].TitleLanguage) ? Films[0].TitleLanguage : null;

    /// <summary>When anything that this line shows was last changed.</summary>
    public Instant LastChanged =>
        new[] { ChangedAt, VenueChangedAt, FilmsChangedAt, SeriesChangedAt, OrganisationChangedAt, SpeakersChangedAt }.Max() ?? ChangedAt;

    public bool IsOn => Status.IsOn();

    public bool IsOver(Instant now) => OverAt <= now;

    // Text and language at once: the wordings are looked into only once for both.
    internal LocalizedText? TitleText { init => (Title, TitleLanguage) = (value?.Text, value?.OtherLanguage); }
    internal LocalizedText? PremiereNoteText { init => (PremiereNote, PremiereNoteLanguage) = (value?.Text, value?.OtherLanguage); }
    internal LocalizedText? StatusReasonText { init => (StatusReason, StatusReasonLanguage) = (value?.Text, value?.OtherLanguage); }
    internal LocalizedText? SeriesTitleText { init => (SeriesTitle, SeriesTitleLanguage) = (value?.Text, value?.OtherLanguage); }

    public static readonly Expression<Func<Screening, ScreeningCard>> Of = s => new ScreeningCard
    {
        Id = s.Id,
        Uid = s.Uid,
        Slug = s.Slug,
        TitleText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Title), s.Title, s.TextLanguage),
        PremiereNoteText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.PremiereNote), s.PremiereNote, s.TextLanguage),
        Films = s.Films.OrderBy(f => f.Position)
            .Select(f => FilmLine.Of(f.Film.Slug, f.Film.NamesIn(Language.Current.Tag), f.Film.Kind, f.Film.Languages, f.Film.MainPicture))
            .ToList(),
        Speakers = s.Speakers.OrderBy(p => p.Position)
            .Select(p => new PersonLine(p.Person.Slug, p.Person.NameIn(Language.Current.Tag))).ToList(),
        Date = s.Date,
        Time = s.Time,
        TimeZone = s.TimeZone,
        StartsAt = s.StartsAt,
        EndsAt = s.EndsAt,
        ProgrammeDate = s.ProgrammeDate,
        ProgrammeOrder = s.ProgrammeOrder,
        DoorsMinutes = s.DoorsMinutes,
        TalkMinutes = s.TalkMinutes,
        VenueSlug = s.Venue!.Slug,
        VenueName = s.Venue.NameIn(Language.Current.Tag),
        RoomName = s.Room!.Name,
        Address = s.Venue.Address,
        PostalCode = s.Venue.PostalCode,
        Area = s.Venue != null ? s.Venue.Area : s.Area,
        City = s.Venue != null ? s.Venue.City : s.City,
        Region = s.Venue != null ? s.Venue.Region : s.Region,
        Country = s.Venue != null ? s.Venue.Country : s.Country,
        Latitude = s.Venue!.Latitude,
        Longitude = s.Venue.Longitude,
        AboutLatitude = s.Latitude,
        AboutLongitude = s.Longitude,
        Status = s.Status,
        StatusReasonText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.StatusReason), s.StatusReason, s.TextLanguage),
        PreviousDate = s.PreviousDate,
        PreviousTime = s.PreviousTime,
        OnlineUrl = s.OnlineUrl,
        Admission = s.Admission,
        PriceFrom = s.PriceFrom,
        PriceTo = s.PriceTo,
        Currency = s.Currency,
        BookingUrl = s.BookingUrl,
        Booking = s.Booking,
        Seats = s.Booking != BookingWay.Seats || s.Seats == null ? null
            : new SeatNews(s.Seats.OpensAt, s.Seats.ClosesMinutes,
                s.Seats.OffersEndHours, s.Seats.Availability, s.Seats.PrivateAddress != null),
        Languages = s.Languages,
        Subtitles = s.Subtitles,
        StepFree = s.Venue != null ? s.Venue.StepFree : Known.Unknown,
        HearingLoop = s.Venue != null ? s.Venue.HearingLoop : Known.Unknown,
        Captions = s.Captions,
        AudioDescription = s.AudioDescription,
        SignLanguage = s.SignLanguage,
        Relaxed = s.Relaxed,
        SeriesSlug = s.Series!.Slug,
        SeriesTitleText = LocalizedText.Of(
            s.Series.Translations.In(Language.Current.Tag, w => w.Title), s.Series.Title, s.Series.TextLanguage),
        SeriesKind = s.Series != null ? s.Series.Kind : null,
        OrganisationSlug = s.Organisation!.Slug,
        OrganisationName = s.Organisation.NameIn(Language.Current.Tag),
        IsSample = s.IsSample,
        SeriesEnds = s.Series != null ? s.Series.Ends : null,
        OverAt = s.OverAt,
        Sequence = s.Sequence,
        CreatedAt = s.CreatedAt,
        PublishedAt = s.PublishedAt,
        ChangedAt = s.ChangedAt,
        VenueChangedAt = s.Venue != null ? s.Venue.ChangedAt : null,
        FilmsChangedAt = s.Films.Max(f => (Instant?)f.Film.ChangedAt),
        SeriesChangedAt = s.Series != null ? s.Series.ChangedAt : null,
        OrganisationChangedAt = s.Organisation != null ? s.Organisation.ChangedAt : null,
        SpeakersChangedAt = s.Speakers.Max(p => (Instant?)p.Person.ChangedAt),
    };
}
