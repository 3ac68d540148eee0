using System.Linq.Expressions;
using HomsScreenings.Comments;
using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.People;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Venues;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>A film as its screening's page tells it.</summary>
public sealed record FilmShown
{
    const int MaxBeginning = 400;

    public required string Slug { get; init; }
    /// <summary>How it is called in the language that is spoken, and otherwise.</summary>
    public required LocalizedTitle Names { get; init; }
    public string Title => Names.First;
    public string? TitleLanguage => Names.FirstLanguage;
    /// <summary>The other title, to be shown beneath; the one that its makers gave it where it does not lead.</summary>
    public string? OriginalTitle => Names.Other;
    public string? OriginalTitleLanguage => Names.OtherLanguage;
    public required FilmKind Kind { get; init; }
    /// <summary>The picture that stands for it; null where there is none.</summary>
    public required PictureFile? Picture { get; init; }
    public required int? ReleaseYear { get; init; }
    public required List<string> Countries { get; init; }
    public required List<string> Languages { get; init; }
    public required List<string> Subtitles { get; init; }
    public required string? Format { get; init; }
    public required List<PersonLine> Directors { get; init; }
    public required LocalizedText? SynopsisText { get; init; }
    public string? Synopsis => SynopsisText?.Text;
    public string? SynopsisLanguage => SynopsisText?.OtherLanguage;
    /// <summary>Its first two sentences, without marks; null where there is none.</summary>
    public string? SynopsisBeginning =>
        MarkdownText.Plain(Synopsis, int.MaxValue) is { } plain ? Sentences.First(plain, 2, MaxBeginning) : null;
    public required LocalizedText? ContentNotesText { get; init; }
    public string? ContentNotes => ContentNotesText?.Text;
    public string? ContentNotesLanguage => ContentNotesText?.OtherLanguage;
    public required string? TrailerUrl { get; init; }
    public required List<string> TrailerCaptions { get; init; }
    public Trailer? Trailer => Trailer.Of(TrailerUrl, TrailerCaptions);
    public required string? Website { get; init; }
    public required List<string> Links { get; init; }
    public required List<AgeRating> AgeRatings { get; init; }
    /// <summary>The first sentence of the press that is short enough for a poster; null where there is none.</summary>
    public required QuoteLine? PosterQuote { get; init; }
    /// <summary>The cut that is shown; null where nobody has chosen one.</summary>
    public required RunningTimeLine? Cut { get; init; }
    /// <summary>Every running time that is known, the one reckoned with first.</summary>
    public required List<RunningTimeLine> Known { get; init; }

    /// <summary>The cut that is shown, or else all that sources say.</summary>
    public IReadOnlyList<RunningTimeLine> RunningTimes => Cut is { } cut ? [cut] : Known;
}

/// <summary>What a screening's own page says beyond its <see cref="ScreeningCard"/>.</summary>
public sealed record ScreeningDetails
{
    public required LocalizedText? DescriptionText { get; init; }
    public string? Description => DescriptionText?.Text;
    public string? DescriptionLanguage => DescriptionText?.OtherLanguage;
    public required List<FilmShown> Films { get; init; }
    public required int? IntroductionMinutes { get; init; }
    /// <summary>The end that was announced; null where it is worked out.</summary>
    public required LocalTime? EndTime { get; init; }
    /// <summary>Seats for this screening, or those of the room.</summary>
    public required int? Capacity { get; init; }
    public required int? Attendance { get; init; }
    public required bool AttendanceIsMinimum { get; init; }
    public required int? SeriesId { get; init; }
    /// <summary>Null where it was never opened to comments.</summary>
    public required DiscussionLine? Discussion { get; init; }
    public required LocalDate? SeriesStarts { get; init; }
    /// <summary>The instant that the former date and time stood for.</summary>
    public required Instant? PreviousStartsAt { get; init; }
    public required VenueAccess? VenueAccess { get; init; }
    /// <summary>What is said of this screening alone.</summary>
    public required Expectations OwnExpectations { get; init; }
    /// <summary>What holds at the venue as a rule; null without a venue.</summary>
    public required Expectations? VenueExpectations { get; init; }
    /// <summary>What may be expected here.</summary>
    public Expectations Expectations => OwnExpectations.Over(VenueExpectations);
    public required LocalizedText? OwnAskForText { get; init; }
    public required LocalizedText? VenueAskForText { get; init; }
    /// <summary>Whom to ask for there: as is said of this screening, or else of the venue.</summary>
    public LocalizedText? AskForText => OwnAskForText ?? VenueAskForText;
    public required LocalizedText? ExpectationNotesText { get; init; }
    public required LocalizedText? VenueExpectationNotesText { get; init; }
    public required LocalizedText? DirectionsText { get; init; }
    public string? Directions => DirectionsText?.Text;
    public string? DirectionsLanguage => DirectionsText?.OtherLanguage;
    public required string? VenueWebsite { get; init; }
    public required string? OrganisationEmail { get; init; }
    public required List<PartnerLine> Partners { get; init; }

    /// <summary>Whether the end follows from what is known, and is no rule of thumb.</summary>
    public bool EndIsKnown => EndTime is not null || (Films.Count > 0 && Films.All(f => f.RunningTimes.Count > 0));

    public static readonly Expression<Func<Screening, ScreeningDetails>> Of = s => new ScreeningDetails
    {
        DescriptionText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Description), s.Description, s.TextLanguage),
        Films = s.Films.OrderBy(f => f.Position).Select(f => new FilmShown
        {
            Slug = f.Film.Slug,
            Names = f.Film.NamesIn(Language.Current.Tag),
            Kind = f.Film.Kind,
            Picture = f.Film.MainPicture,
            ReleaseYear = f.Film.ReleaseYear,
            Countries = f.Film.Countries,
            Languages = f.Film.Languages,
            Subtitles = f.Film.Subtitles,
            Format = f.Film.Format,
            Directors = f.Film.CreditsAs(CreditRoles.Director)
                .Select(c => new PersonLine(c.Person.Slug, c.Person.NameIn(Language.Current.Tag))).ToList(),
            TrailerUrl = f.Film.TrailerUrl,
            TrailerCaptions = f.Film.TrailerCaptions,
            Website = f.Film.Website,
            Links = f.Film.Links,
            AgeRatings = f.Film.AgeRatings,
            SynopsisText = LocalizedText.Of(
                f.Film.Translations.In(Language.Current.Tag, w => w.Synopsis), f.Film.Synopsis, f.Film.TextLanguage),
            ContentNotesText = LocalizedText.Of(
                f.Film.Translations.In(Language.Current.Tag, w => w.ContentNotes), f.Film.ContentNotes, f.Film.TextLanguage),
            PosterQuote = f.Film.Quotes.Where(q => q.Text.Length <= PressQuote.MaxOnPoster).OrderBy(q => q.Position).ThenBy(q => q.Id)
                .Select(q => new QuoteLine(q.Text, q.Language, q.Author, q.Publication, q.Date, q.Url)).FirstOrDefault(),
            Cut = f.RunningTime == null ? null : new RunningTimeLine(f.RunningTime.Minutes, f.RunningTime.Cut, f.RunningTime.Source),
            Known = f.Film.RunningTimes.OrderBy(r => r.Position).Select(r => new RunningTimeLine(r.Minutes, r.Cut, r.Source)).ToList(),
        }).ToList(),
        IntroductionMinutes = s.IntroductionMinutes,
        EndTime = s.EndTime,
        Capacity = s.Capacity ?? s.Room!.Seats,
        Attendance = s.Attendance,
        AttendanceIsMinimum = s.AttendanceIsMinimum,
        SeriesId = s.SeriesId,
        Discussion = DiscussionLine.Of(s.Discussion),
        SeriesStarts = s.Series != null ? s.Series.Starts : null,
        PreviousStartsAt = s.PreviousStartsAt,
        VenueAccess = s.Venue == null ? null
            : new VenueAccess(s.Venue.StepFree, s.Venue.HearingLoop,
                s.Venue.AccessibleToilet, s.Venue.WheelchairPlaces, LocalizedText.Of(
                    s.Venue.Translations.In(Language.Current.Tag, w => w.AccessNotes), s.Venue.AccessNotes, s.Venue.TextLanguage)),
        OwnExpectations = new Expectations(s.WithoutAdverts, s.StartsOnTime, s.NumberedSeats, s.AdmitsLatecomers, s.CafeOrBar,
            s.QuietSpace, s.MinimumAge, s.AskFor, s.ExpectationNotes),
        VenueExpectations = s.Venue == null ? null
            : new Expectations(s.Venue.WithoutAdverts, s.Venue.StartsOnTime, s.Venue.NumberedSeats, s.Venue.AdmitsLatecomers,
                s.Venue.CafeOrBar, s.Venue.QuietSpace, s.Venue.MinimumAge, s.Venue.AskFor, s.Venue.ExpectationNotes),
        OwnAskForText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.AskFor), s.AskFor, s.TextLanguage),
        ExpectationNotesText = LocalizedText.Of(
            s.Translations.In(Language.Current.Tag, w => w.ExpectationNotes), s.ExpectationNotes, s.TextLanguage),
        VenueAskForText = LocalizedText.Of(
            s.Venue!.Translations.In(Language.Current.Tag, w => w.AskFor), s.Venue.AskFor, s.Venue.TextLanguage),
        VenueExpectationNotesText = LocalizedText.Of(
            s.Venue!.Translations.In(Language.Current.Tag, w => w.ExpectationNotes), s.Venue.ExpectationNotes, s.Venue.TextLanguage),
        DirectionsText = LocalizedText.Of(
            s.Venue!.Translations.In(Language.Current.Tag, w => w.Directions), s.Venue.Directions, s.Venue.TextLanguage),
        VenueWebsite = s.Venue.Website,
        OrganisationEmail = s.Organisation!.PublicEmail,
        Partners = s.Series!.Partners.OrderBy(p => p.Position)
            .Select(p => new PartnerLine(p.Organisation.Slug, p.Organisation.NameIn(Language.Current.Tag), p.Part)).ToList(),
    };
}
