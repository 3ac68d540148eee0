using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Import;

/// <summary>The whole programme as a file. Loaded into an empty database and exported again, it gives the same bytes.</summary>
public static class ProgrammeExport
{
    public static async Task<ProgrammeFile> MakeAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var organisations = await db.Organisations.AsNoTracking().Include(o => o.Translations).WithPictures()
            .ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Include(p => p.Organisation).Include(p => p.Translations).WithPictures()
            .ToListAsync(cancellationToken);
        var films = await db.Films.AsNoTracking().Include(f => f.Organisation).Include(f => f.RunningTimes)
            .Include(f => f.Credits).ThenInclude(c => c.Person)
            .Include(f => f.WatchOffers).Include(f => f.Stills).Include(f => f.Awards).Include(f => f.Quotes).Include(f => f.Translations)
            .WithPictures().ToListAsync(cancellationToken);
        var venues = await db.Venues.AsNoTracking().Include(v => v.Organisation).Include(v => v.Rooms)
            .Include(v => v.Translations).WithPictures().ToListAsync(cancellationToken);
        var series = await db.Series.AsNoTracking().Include(s => s.Organisation).Include(s => s.Partners).ThenInclude(p => p.Organisation)
            .Include(s => s.Translations).WithPictures().ToListAsync(cancellationToken);
        var screenings = await db.Screenings.AsNoTracking().Include(s => s.Organisation).Include(s => s.Series).Include(s => s.Venue)
            .Include(s => s.Room).Include(s => s.Seats)
            .Include(s => s.Translations).Include(s => s.Speakers).ThenInclude(s => s.Person).Include(s => s.Films).ThenInclude(f => f.Film)
            .Include(s => s.Films).ThenInclude(f => f.RunningTime).AsSplitQuery().ToListAsync(cancellationToken);
        var journal = await db.Journal.AsNoTracking().Include(e => e.Organisation).Include(e => e.Author).Include(e => e.Tags)
            .Include(e => e.Translations).Include(e => e.Subjects).ThenInclude(s => s.Film)
            .Include(e => e.Subjects).ThenInclude(s => s.Person).Include(e => e.Subjects).ThenInclude(s => s.Series)
            .Include(e => e.Subjects).ThenInclude(s => s.Screening).Include(e => e.Subjects).ThenInclude(s => s.Venue)
            .WithPictures().ToListAsync(cancellationToken);
        return new ProgrammeFile
        {
            Organisations = InOrder(organisations, Entry),
            People = InOrder(people, Entry),
            Films = InOrder(films, Entry),
            Venues = InOrder(venues, Entry),
            Series = InOrder(series, Entry),
            Screenings = InOrder(screenings, Entry),
            Journal = InOrder(journal, Entry),
        };
    }

    // Neither numbers nor a database's collation may decide the order, for both differ from one database to the next.
    static List<TEntry> InOrder<T, TEntry>(IEnumerable<T> records, Func<T, TEntry> entry) where T : IRecord =>
        [.. records.OrderBy(r => r.Slug, StringComparer.Ordinal).Select(entry)];

    static TextIn? In(string? language, string? text) => text is null ? null : new TextIn(language, text);

    static string? Unusual(string language) => language == Language.English.Tag ? null : language;

    static bool? Draft(IDraftable record) => record.IsPublic ? null : false;

    static SortedDictionary<string, TEntry> ByLanguage<T, TEntry>(IEnumerable<T> wordings, Func<T, TEntry> entry) where T : ITranslation =>
        new(wordings.ToDictionary(w => w.Language, entry), StringComparer.Ordinal);

    static IQueryable<T> WithPictures<T>(this IQueryable<T> records) where T : class, IPictured =>
        records.Include(r => r.Pictures).ThenInclude(p => p.Translations).AsSplitQuery();

    static List<PictureEntry> PicturesOf(IPictured record) =>
    [
        .. record.Pictures.OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => new PictureEntry(
            p.Hash, p.Role, p.Width, p.Height, p.Colour)
        {
            FocusX = p.FocusX == PictureFile.Middle ? null : p.FocusX,
            FocusY = p.FocusY == PictureFile.Middle ? null : p.FocusY,
            AltText = p.AltText,
            Decorative = p.IsDecorative,
            Caption = p.Caption,
            Credit = p.Credit,
            Source = p.Source,
            Until = p.Until,
            TextLanguage = Unusual(p.TextLanguage),
            Translations = ByLanguage(p.Translations, t => new PictureTranslationEntry(t.AltText, t.Caption)),
        }),
    ];

    static OrganisationEntry Entry(Organisation organisation) => new()
    {
        Slug = organisation.Slug,
        Name = organisation.Name,
        About = organisation.About,
        TextLanguage = Unusual(organisation.TextLanguage),
        Translations = ByLanguage(organisation.Translations, w => new OrganisationTranslationEntry(w.Name, w.About, w.Disclaimer)),
        Disclaimer = organisation.Disclaimer,
        Website = organisation.Website,
        Links = organisation.Links,
        PublicEmail = organisation.PublicEmail,
        Pictures = PicturesOf(organisation),
    };

    static ArticleEntry Entry(JournalEntry article) => new()
    {
        Slug = article.Slug,
        Kind = article.Kind,
        Title = article.Title,
        Standfirst = article.Standfirst,
        Body = article.Body,
        TextLanguage = Unusual(article.TextLanguage),
        Translations = ByLanguage(article.Translations, w => new ArticleTranslationEntry(w.Title, w.Standfirst, w.Body)),
        Author = article.Author?.Slug,
        Byline = article.Byline,
        AuthorNote = article.AuthorNote,
        Publication = article.Publication,
        Issue = article.Issue,
        AppearedOn = article.AppearedOn,
        OriginalUrl = article.OriginalUrl,
        Rating = article.Rating is { } rating ? new RatingEntry(rating, article.RatingScale) : null,
        Tags = [.. article.Tags.OrderBy(t => t.Position).Select(t => t.Name)],
        About = [.. article.Subjects.OrderBy(s => s.Position).Select(s =>
            new SubjectEntry(s.Film?.Slug, s.Person?.Slug, s.Series?.Slug, s.Screening?.Slug, s.Venue?.Slug))],
        Published = article.Status == EntryStatus.Published,
        PublishedAt = article.PublishedAt,
        ScheduledFor = article.ScheduledFor,
        Correction = article.Correction is { } note ? new CorrectionEntry(note, article.CorrectedAt) : null,
        Withdrawn = article.Status == EntryStatus.Withdrawn,
        WithdrawalReason = article.WithdrawalReason,
        Pictures = PicturesOf(article),
        Organisation = article.Organisation?.Slug,
    };

    static PersonEntry Entry(Person person) => new()
    {
        Slug = person.Slug,
        Name = person.Name,
        OriginalName = In(person.OriginalNameLanguage, person.OriginalName),
        About = person.About,
        TextLanguage = Unusual(person.TextLanguage),
        Translations = ByLanguage(person.Translations, w => new PersonTranslationEntry(w.Name, w.About)),
        Published = Draft(person),
        Pictures = PicturesOf(person),
        Organisation = person.Organisation?.Slug,
    };

    static FilmEntry Entry(Film film) => new()
    {
        Slug = film.Slug,
        Title = film.Title,
        OriginalTitle = In(film.OriginalTitleLanguage, film.OriginalTitle),
        Year = film.ReleaseYear,
        Kind = film.Kind,
        Countries = film.Countries,
        Languages = film.Languages,
        Subtitles = film.Subtitles,
        Format = film.Format,
        TrailerUrl = film.TrailerUrl,
        TrailerCaptions = film.TrailerCaptions,
        Website = film.Website,
        Links = film.Links,
        AgeRatings = film.AgeRatings,
        Synopsis = film.Synopsis,
        ContentNotes = film.ContentNotes,
        Notes = film.Notes,
        TextLanguage = Unusual(film.TextLanguage),
        Translations = ByLanguage(film.Translations, w => new FilmTranslationEntry(w.Title, w.Synopsis, w.ContentNotes, w.Notes)),
        RunningTimes = [.. film.RunningTimes.OrderBy(r => r.Position).Select(RunningTimeEntry.Of)],
        Credits = [.. film.Credits.OrderBy(c => c.Position).Select(c => new CreditEntry(c.Role, c.Person.Slug))],
        WatchOffers = [
            .. film.WatchOffers.OrderBy(w => w.Position).Select(w => new WatchOfferEntry(w.Provider, w.Offer, w.Url, w.Price, w.Currency))],
        Stills = [.. film.Stills.OrderBy(s => s.Position).Select(s => new StillEntry(s.Caption, s.Credit, s.AltText, s.Source, s.Url))],
        Awards = [
            .. film.Awards.OrderBy(a => a.Position).Select(a => new AwardEntry(a.Name, a.Festival, a.Year, a.Result, a.Source, a.Url))],
        Quotes = [
            .. film.Quotes.OrderBy(q => q.Position).Select(q => new QuoteEntry(
                q.Text, q.Language == film.TextLanguage ? null : q.Language, q.Author, q.Publication, q.Date, q.Url))],
        Published = Draft(film),
        ShowInterest = film.ShowsInterest,
        Pictures = PicturesOf(film),
        Organisation = film.Organisation?.Slug,
    };

    static VenueEntry Entry(Venue venue) => new()
    {
        Slug = venue.Slug,
        Name = venue.Name,
        Address = venue.Address,
        Area = venue.Area,
        PostalCode = venue.PostalCode,
        City = venue.City,
        Region = venue.Region,
        Country = venue.Country,
        Latitude = venue.Latitude,
        Longitude = venue.Longitude,
        TimeZone = venue.TimeZone,
        Directions = venue.Directions,
        Website = venue.Website,
        StepFree = venue.StepFree,
        HearingLoop = venue.HearingLoop,
        AccessibleToilet = venue.AccessibleToilet,
        WheelchairPlaces = venue.WheelchairPlaces,
        AccessNotes = venue.AccessNotes,
        Expect = Known(venue.Expectations),
        TextLanguage = Unusual(venue.TextLanguage),
        Translations = ByLanguage(venue.Translations, w => new VenueTranslationEntry(
            w.Name, w.Directions, w.AccessNotes, w.AskFor, w.ExpectationNotes)),
        Rooms = [.. venue.Rooms.OrderBy(r => r.Position).Select(r => new RoomEntry(r.Name, r.Seats))],
        Sample = venue.IsSample,
        Published = Draft(venue),
        Pictures = PicturesOf(venue),
        Organisation = venue.Organisation?.Slug,
    };

    static Expectations? Known(Expectations expectations) => expectations == Expectations.Unknown ? null : expectations;

    static SeriesEntry Entry(ScreeningSeries series) => new()
    {
        Slug = series.Slug,
        Title = series.Title,
        Kind = series.Kind,
        Year = series.Year,
        Starts = series.Starts,
        Ends = series.Ends,
        DatesNote = series.DatesNote,
        Description = series.Description,
        Invitation = series.Invitation,
        TextLanguage = Unusual(series.TextLanguage),
        Translations = ByLanguage(series.Translations, w => new SeriesTranslationEntry(w.Title, w.Description, w.Invitation, w.DatesNote)),
        Partners = [.. series.Partners.OrderBy(p => p.Position).Select(p => new PartnerEntry(p.Organisation.Slug, p.Part))],
        Published = series.PublishedAt is not null,
        PublishedAt = series.PublishedAt,
        Sample = series.IsSample,
        ShowInterest = series.ShowsInterest,
        Pictures = PicturesOf(series),
        Organisation = series.Organisation?.Slug,
    };

    static ScreeningEntry Entry(Screening screening) => new()
    {
        Uid = screening.Uid,
        Slug = screening.Slug,
        Title = screening.Title,
        Films = [
            .. screening.Films.OrderBy(f => f.Position)
                .Select(f => new ShownFilmEntry(f.Film.Slug, f.RunningTime is { } time ? RunningTimeEntry.Of(time) : null))],
        Series = screening.Series?.Slug,
        Organisation = screening.Organisation?.Slug,
        Venue = screening.Venue?.Slug,
        Room = screening.Room?.Name,
        Area = screening.Area,
        City = screening.City,
        Region = screening.Region,
        Country = screening.Country,
        TimeZone = screening.Venue is null ? screening.TimeZone : null,
        Date = screening.Date,
        Time = screening.Time,
        SecondTime = screening.SecondTime,
        EndTime = screening.EndTime,
        DoorsMinutes = screening.DoorsMinutes,
        IntroductionMinutes = screening.IntroductionMinutes,
        TalkMinutes = screening.TalkMinutes,
        Speakers = [.. screening.Speakers.OrderBy(s => s.Position).Select(s => s.Person.Slug)],
        Languages = screening.Languages,
        Subtitles = screening.Subtitles,
        Captions = screening.Captions,
        AudioDescription = screening.AudioDescription,
        SignLanguage = screening.SignLanguage,
        Relaxed = screening.Relaxed,
        Admission = screening.Admission,
        Prices = screening is { PriceFrom: null, PriceTo: null, Currency: null } ? null
            : new PricesEntry(screening.PriceFrom, screening.PriceTo, screening.Currency),
        Booking = screening.Booking is BookingWay.WalkIn or BookingWay.Seats ? screening.Booking : null,
        BookingUrl = screening.BookingUrl,
        Seats = screening is { Booking: BookingWay.Seats, Seats: { } rules } && SeatsEntry.Of(rules) is var said
            && said != SeatsEntry.AsUsual ? said : null,
        PremiereNote = screening.PremiereNote,
        Capacity = screening.Capacity,
        Description = screening.Description,
        Expect = Known(screening.Expectations),
        TextLanguage = Unusual(screening.TextLanguage),
        Translations = ByLanguage(
            screening.Translations, w => new ScreeningTranslationEntry(
                w.Title, w.Description, w.PremiereNote, w.StatusReason, w.AskFor, w.ExpectationNotes)),
        Status = screening.Status,
        StatusReason = screening.StatusReason,
        OnlineUrl = screening.OnlineUrl,
        PreviousDate = screening.PreviousDate,
        PreviousTime = screening.PreviousTime,
        Sequence = screening.Sequence,
        CreatedAt = screening.CreatedAt,
        PublishedAt = screening.PublishedAt,
        Attendance = screening.Attendance is { } count ? new AttendanceEntry(count, screening.AttendanceIsMinimum) : null,
        Sample = screening.IsSample,
    };
}
