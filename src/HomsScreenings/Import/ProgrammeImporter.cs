using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>Brings records to what a checked file says, with the verbs that everybody uses. Does not save.</summary>
sealed class ProgrammeImporter(KnownRecords known, PictureImporter pictures, TimeProvider clock)
{
    readonly Instant _now = clock.Now();

    /// <summary>Takes over the whole file; returns its records with the list in which they stand.</summary>
    public IReadOnlyList<(string List, IRecord Record)> Apply(ProgrammeFile file)
    {
        var taken = new List<(string, IRecord)>();
        Each("organisations", file.Organisations, Apply);
        Each("people", file.People, Apply);
        Each("films", file.Films, Apply);
        Each("venues", file.Venues, Apply);
        Each("series", file.Series, Apply);
        Each("screenings", file.Screenings, Apply);
        Each("journal", file.Journal, new ArticleImporter(known, pictures, _now).Apply);
        foreach (var screening in known.Resting) WorkOutAgain(screening);
        return taken;

        void Each<T>(string list, IEnumerable<T> entries, Func<T, IRecord> takeOver) =>
            taken.AddRange(entries.Select(e => (list, takeOver(e))));
    }

    Organisation? OrganisationOf(string? slug) => slug is null ? null : known.Organisations[slug];

    static void Show(IDraftable record, bool? published)
    {
        if (published ?? true) record.Publish();
        else record.Unpublish();
    }

    Organisation Apply(OrganisationEntry entry)
    {
        var organisation = known.OrNew(known.Organisations, entry.Slug, () => new Organisation { Slug = entry.Slug, Name = entry.Name });
        organisation.Name = entry.Name;
        organisation.About = entry.About;
        organisation.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        organisation.SetTranslations(entry.Translations.Select(
            w => new OrganisationTranslation
            {
                Language = w.Key,
                Name = w.Value.Name,
                About = w.Value.About,
                Disclaimer = w.Value.Disclaimer,
            }));
        organisation.Disclaimer = entry.Disclaimer;
        (organisation.Website, organisation.Links) = (entry.Website, [.. entry.Links]);
        organisation.PublicEmail = entry.PublicEmail;
        pictures.Apply(organisation, entry);
        return organisation;
    }

    Person Apply(PersonEntry entry)
    {
        var person = known.OrNew(known.People, entry.Slug, () => new Person { Slug = entry.Slug, Name = entry.Name });
        person.Name = entry.Name;
        person.OriginalName = entry.OriginalName?.Text;
        person.OriginalNameLanguage = entry.OriginalName?.Language;
        person.About = entry.About;
        person.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        person.SetTranslations(entry.Translations.Select(
            w => new PersonTranslation { Language = w.Key, Name = w.Value.Name, About = w.Value.About }));
        person.Organisation = OrganisationOf(entry.Organisation);
        Show(person, entry.Published);
        pictures.Apply(person, entry);
        return person;
    }

    Film Apply(FilmEntry entry)
    {
        var film = known.OrNew(known.Films, entry.Slug,
            () => new Film { Slug = entry.Slug, Title = entry.Title, Kind = entry.Kind!.Value });
        film.Title = entry.Title;
        film.OriginalTitle = entry.OriginalTitle?.Text;
        film.OriginalTitleLanguage = entry.OriginalTitle?.Language;
        film.ReleaseYear = entry.Year;
        film.Kind = entry.Kind!.Value;
        film.Countries = [.. entry.Countries];
        film.Languages = [.. entry.Languages];
        film.Subtitles = [.. entry.Subtitles];
        film.Format = entry.Format;
        (film.TrailerUrl, film.TrailerCaptions, film.Website) = (entry.TrailerUrl, [.. entry.TrailerCaptions], entry.Website);
        (film.Links, film.AgeRatings) = ([.. entry.Links], [.. entry.AgeRatings]);
        film.Synopsis = entry.Synopsis;
        film.ContentNotes = entry.ContentNotes;
        film.Notes = entry.Notes;
        film.ShowsInterest = entry.ShowInterest;
        film.Organisation = OrganisationOf(entry.Organisation);
        film.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        film.SetTranslations(
            entry.Translations.Select(
                w => new FilmTranslation
                {
                    Language = w.Key,
                    Title = w.Value.Title,
                    Synopsis = w.Value.Synopsis,
                    ContentNotes = w.Value.ContentNotes,
                    Notes = w.Value.Notes
                }));
        film.SetRunningTimes(entry.RunningTimes.Select(r => new RunningTime { Minutes = r.Minutes, Cut = r.Cut, Source = r.Source }));
        film.SetCredits(
            entry.Credits.Select(c =>
                new Credit { Role = CreditRoles.Tidy(c.Role), Person = known.People[c.Person], PersonId = known.People[c.Person].Id }));
        film.SetWatchOffers(entry.WatchOffers.Select(w =>
            new WatchOffer { Provider = w.Provider, Offer = w.Offer!.Value, Url = w.Url, Price = w.Price, Currency = w.Currency }));
        film.SetStills(
            entry.Stills.Select(
                s => new Still { Caption = s.Caption, Credit = s.Credit, AltText = s.AltText, Source = s.Source, Url = s.Url }));
        film.SetAwards(entry.Awards.Select(a => new FilmAward
        { Name = a.Name, Festival = a.Festival, Year = a.Year, Result = a.Result!.Value, Source = a.Source, Url = a.Url }));
        film.SetQuotes(entry.Quotes.Select(q => new PressQuote
        {
            Text = q.Text,
            Language = q.Language ?? film.TextLanguage,
            Author = q.Author,
            Publication = q.Publication,
            Date = q.Date,
            Url = q.Url,
        }));
        Show(film, entry.Published);
        pictures.Apply(film, entry);
        return film;
    }

    Venue Apply(VenueEntry entry)
    {
        var venue = known.OrNew(known.Venues, entry.Slug,
            () => new Venue { Slug = entry.Slug, Name = entry.Name, IsSample = entry.Sample });
        venue.Name = entry.Name;
        venue.Address = entry.Address;
        venue.Area = entry.Area;
        venue.PostalCode = entry.PostalCode;
        venue.City = entry.City;
        venue.Region = entry.Region;
        venue.Country = entry.Country;
        (venue.Latitude, venue.Longitude) = (entry.Latitude, entry.Longitude);
        venue.TimeZone = entry.TimeZone;
        venue.Directions = entry.Directions;
        venue.Website = entry.Website;
        venue.StepFree = entry.StepFree;
        venue.HearingLoop = entry.HearingLoop;
        venue.AccessibleToilet = entry.AccessibleToilet;
        venue.WheelchairPlaces = entry.WheelchairPlaces;
        venue.AccessNotes = entry.AccessNotes;
        venue.SetExpectations(entry.Expect ?? Expectations.Unknown);
        venue.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        venue.SetTranslations(
            entry.Translations.Select(
                w => new VenueTranslation
                {
                    Language = w.Key,
                    Name = w.Value.Name,
                    Directions = w.Value.Directions,
                    AccessNotes = w.Value.AccessNotes,
                    AskFor = w.Value.AskFor,
                    ExpectationNotes = w.Value.ExpectationNotes
                }));
        venue.Organisation = OrganisationOf(entry.Organisation);
        venue.SetRooms(entry.Rooms.Select(r => (r.Name, r.Seats)));
        Show(venue, entry.Published);
        pictures.Apply(venue, entry);
        return venue;
    }

    ScreeningSeries Apply(SeriesEntry entry)
    {
        var series = known.OrNew(known.Series, entry.Slug,
            () => new ScreeningSeries { Slug = entry.Slug, Title = entry.Title, Kind = entry.Kind!.Value, IsSample = entry.Sample });
        series.Title = entry.Title;
        series.Kind = entry.Kind!.Value;
        series.Year = entry.Year;
        (series.Starts, series.Ends) = (entry.Starts, entry.Ends);
        series.DatesNote = entry.DatesNote;
        series.Description = entry.Description;
        series.Invitation = entry.Invitation;
        series.ShowsInterest = entry.ShowInterest;
        series.Organisation = OrganisationOf(entry.Organisation);
        series.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        series.SetTranslations(
            entry.Translations.Select(
                w => new SeriesTranslation
                {
                    Language = w.Key,
                    Title = w.Value.Title,
                    Description = w.Value.Description,
                    Invitation = w.Value.Invitation,
                    DatesNote = w.Value.DatesNote
                }));
        series.SetPartners(entry.Partners.Select(p =>
            new Partner
            {
                Organisation = known.Organisations[p.Organisation],
                OrganisationId = known.Organisations[p.Organisation].Id,
                Part = p.Part
            }));
        pictures.Apply(series, entry);
        if (entry.Published) series.Publish(entry.PublishedAt ?? _now);
        return series;
    }

    Screening Apply(ScreeningEntry entry)
    {
        var screening = known.OrNew(known.Screenings, entry.Slug, () => new Screening
        {
            Uid = entry.Uid ?? Guid.NewGuid().ToString(),
            Slug = entry.Slug,
            CreatedAt = entry.CreatedAt ?? _now,
            IsSample = entry.Sample,
        });
        screening.Title = entry.Title;
        screening.Description = entry.Description;
        screening.PremiereNote = entry.PremiereNote;
        screening.Organisation = OrganisationOf(entry.Organisation);
        screening.Series = entry.Series is null ? null : known.Series[entry.Series];
        screening.Languages = [.. entry.Languages];
        screening.Subtitles = [.. entry.Subtitles];
        screening.Captions = entry.Captions;
        screening.AudioDescription = entry.AudioDescription;
        screening.SignLanguage = entry.SignLanguage;
        screening.Relaxed = entry.Relaxed;
        screening.SetExpectations(entry.Expect ?? Expectations.Unknown);
        screening.Admission = entry.Admission;
        (screening.PriceFrom, screening.PriceTo, screening.Currency) = (entry.Prices?.From, entry.Prices?.To, entry.Prices?.Currency);
        ApplyBooking(screening, entry);
        screening.Capacity = entry.Capacity;
        screening.Attendance = entry.Attendance?.Count;
        screening.AttendanceIsMinimum = entry.Attendance?.AtLeast ?? false;
        screening.DoorsMinutes = entry.DoorsMinutes;
        screening.SetFilms(entry.Films.Select(ShownFilm));
        screening.SetSpeakers(entry.Speakers.Select(s => new Speaker { Person = known.People[s], PersonId = known.People[s].Id }));
        screening.SetParts(entry.IntroductionMinutes, entry.TalkMinutes);
        PlaceAndSchedule(screening, entry);
        if (entry.Status is { } status and not ScreeningStatus.Draft)
            screening.ApplyImportedStatus(
                new ImportedStatus(status, entry.StatusReason,
                    entry.OnlineUrl, entry.PreviousDate, entry.PreviousTime, entry.PublishedAt, entry.Sequence), _now);
        ApplyTranslations(screening, entry);
        return screening;
    }

    // A file that says nothing of it leaves bookings that are going on alone.
    static void ApplyBooking(Screening screening, ScreeningEntry entry)
    {
        switch (entry.Booking)
        {
            case BookingWay.None: screening.SayNothingOfBooking(); break;
            case BookingWay.WalkIn: screening.WelcomeWalkIns(); break;
            case BookingWay.Seats: screening.GiveAwaySeats((entry.Seats ?? SeatsEntry.AsUsual).ApplyTo); break;
            default: screening.BookingUrl = entry.BookingUrl; break;
        }
    }

    // Behind the status, for with a new reason the old one goes in every language. A file that does not say how it stands keeps the reason.
    static void ApplyTranslations(Screening screening, ScreeningEntry entry)
    {
        screening.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        var kept = screening.Translations.Where(w => entry.Status is null && w.StatusReason is not null)
            .ToDictionary(w => w.Language, w => w.StatusReason);
        screening.SetTranslations(
            entry.Translations.Keys.Union(kept.Keys).Where(language => language != screening.TextLanguage).Select(language =>
        {
            var said = entry.Translations.GetValueOrDefault(language);
            return new ScreeningTranslation
            {
                Language = language,
                Title = said?.Title,
                Description = said?.Description,
                PremiereNote = said?.PremiereNote,
                StatusReason = said?.StatusReason ?? kept.GetValueOrDefault(language),
                AskFor = said?.AskFor,
                ExpectationNotes = said?.ExpectationNotes,
            };
        }));
    }

    ScreeningFilm ShownFilm(ShownFilmEntry shown)
    {
        var film = known.Films[shown.Film];
        var time = shown.RunningTime is not { } wanted ? null
            : film.RunningTimes.FirstOrDefault(r => RunningTimeEntry.Of(r) == wanted)
            ?? film.RunningTimes.Single(r => wanted.Means(RunningTimeEntry.Of(r)));
        return new ScreeningFilm { Film = film, FilmId = film.Id, RunningTime = time, RunningTimeId = time?.Id };
    }

    static bool IsAt(Screening screening, ScreeningEntry entry) =>
        (screening.Date, screening.Time, screening.SecondTime,
            screening.EndTime) == (entry.Date, entry.Time, entry.SecondTime, entry.EndTime);

    void PlaceAndSchedule(Screening screening, ScreeningEntry entry)
    {
        var zone = entry.Venue is { } slug ? known.Venues[slug].TimeZone : entry.TimeZone;
        // The old time may not exist in the new zone, nor the new time in the old zone: so in between there is none.
        if (screening.TimeZone != zone && !IsAt(screening, entry))
            Schedule(screening, entry.Date is null || screening.TimeZone is null ? null : entry.Date,
                null, false, null, entry.StatusReason);
        if (entry.Venue is null) screening.PlaceIn(entry.Area, entry.City, entry.Region, entry.Country, entry.TimeZone);
        else
        {
            var venue = known.Venues[entry.Venue];
            screening.PlaceAt(venue, entry.Room is null ? null : venue.Rooms.Single(r => r.Name == entry.Room));
        }
        if (!IsAt(screening, entry)) Schedule(screening, entry.Date, entry.Time, entry.SecondTime, entry.EndTime, entry.StatusReason);
    }

    static void Schedule(Screening screening, LocalDate? date, LocalTime? time, bool second, LocalTime? end, string? reason)
    {
        if (screening.IsPublic) screening.Reschedule(date, time, second, end, reason);
        else screening.Schedule(date, time, second, end);
    }

    // A cut that its film no longer has is not shown any more: the film's first running time counts instead.
    static void WorkOutAgain(Screening screening)
    {
        foreach (var shown in screening.Films.Where(f => f.RunningTime is { } cut && !f.Film.RunningTimes.Contains(cut)))
            shown.RunningTime = null;
        if (screening.Venue is { } venue) screening.PlaceAt(venue, screening.Room);
        screening.SetParts(screening.IntroductionMinutes, screening.TalkMinutes);
    }
}
