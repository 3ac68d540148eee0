using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>
/// Whether the records of a file fit together, and fit what the database has. Changes nothing; notes every problem with its place.
/// </summary>
sealed class ProgrammeChecks(ProgrammeFile file, KnownRecords known, List<string> problems)
{
    readonly HashSet<string> _organisations = SlugsOf(file.Organisations, known.Organisations);
    readonly HashSet<string> _people = SlugsOf(file.People, known.People);
    readonly HashSet<string> _films = SlugsOf(file.Films, known.Films);
    readonly HashSet<string> _venues = SlugsOf(file.Venues, known.Venues);
    readonly HashSet<string> _series = SlugsOf(file.Series, known.Series);
    readonly HashSet<string> _screenings = SlugsOf(file.Screenings, known.Screenings);
    readonly Dictionary<string, VenueEntry> _venueEntries = BySlug(file.Venues);
    readonly Dictionary<string, FilmEntry> _filmEntries = BySlug(file.Films);

    public void Run()
    {
        CheckKeys("organisations", file.Organisations, known.Organisations);
        CheckKeys("people", file.People, known.People);
        CheckKeys("films", file.Films, known.Films);
        CheckKeys("venues", file.Venues, known.Venues);
        CheckKeys("series", file.Series, known.Series);
        CheckKeys("screenings", file.Screenings, known.Screenings);
        CheckKeys("journal", file.Journal, known.Journal);
        ForEach("organisations", file.Organisations, (place, organisation) =>
            CheckTranslations(place, organisation.TextLanguage, organisation.Translations.Keys));
        ForEach("people", file.People, CheckPerson);
        ForEach("films", file.Films, CheckFilm);
        ForEach("venues", file.Venues, CheckVenue);
        ForEach("series", file.Series, CheckSeries);
        CheckUids();
        ForEach("screenings", file.Screenings, CheckScreening);
        ForEach("journal", file.Journal, CheckArticle);
        CheckResting();
    }

    static HashSet<string> SlugsOf<T>(IEnumerable<IEntry> own, Dictionary<string, T> known) => [.. own.Select(e => e.Slug), .. known.Keys];

    static Dictionary<string, T> BySlug<T>(IEnumerable<T> entries) where T : IEntry =>
        entries.DistinctBy(e => e.Slug).ToDictionary(e => e.Slug);

    static void ForEach<T>(string list, IReadOnlyList<T> entries, Action<string, T> check)
    {
        for (var i = 0; i < entries.Count; i++) check($"{list}[{i}]", entries[i]);
    }

    void Problem(string place, string sentence) => problems.Add($"{place}: {sentence}");

    // One slug is one record, here and there.
    void CheckKeys<T>(string list, IReadOnlyList<IEntry> entries, Dictionary<string, T> records) where T : class, IRecord
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new Dictionary<T, string>();
        ForEach(list, entries, (place, entry) =>
        {
            if (entry.Slug.Length == 0) return;
            if (!first.TryAdd(entry.Slug, place)) Problem($"{place}.slug", $"{first[entry.Slug]} has the slug '{entry.Slug}' already.");
            else if (known.Removed.Contains((typeof(T), entry.Slug)))
                Problem(
                    $"{place}.slug", $"A record with the slug '{entry.Slug}' was removed here for good; another one needs another slug.");
            else if (records.TryGetValue(entry.Slug, out var record) && !taken.TryAdd(record, place))
                Problem($"{place}.slug", $"'{entry.Slug}' is an older slug of the record that {taken[record]} is.");
        });
    }

    void Refers(string place, string? slug, HashSet<string> there, string what)
    {
        if (!string.IsNullOrEmpty(slug) && !there.Contains(slug))
            Problem(place, $"There is no {what} '{slug}', neither in the file nor in the database.");
    }

    void NoneTwice<T>(string place, IEnumerable<T> items, string sentence)
    {
        var seen = new HashSet<T>();
        foreach (var (item, i) in items.Select((item, i) => (item, i)))
            if (!seen.Add(item)) Problem($"{place}[{i}]", sentence);
    }

    void CheckPerson(string place, PersonEntry person)
    {
        Refers($"{place}.organisation", person.Organisation, _organisations, "organisation");
        CheckTranslations(place, person.TextLanguage, person.Translations.Keys);
    }

    void CheckFilm(string place, FilmEntry film)
    {
        Refers($"{place}.organisation", film.Organisation, _organisations, "organisation");
        CheckTranslations(place, film.TextLanguage, film.Translations.Keys);
        ForEach($"{place}.credits", film.Credits, (at, credit) => Refers($"{at}.person", credit.Person, _people, "person"));
        NoneTwice($"{place}.credits", film.Credits.Select(c => (CreditRoles.Tidy(c.Role), c.Person)), "This credit stands here twice.");
        NoneTwice($"{place}.runningTimes", film.RunningTimes, "This running time stands here twice.");
    }

    void CheckTranslations(string place, string? textLanguage, IEnumerable<string> languages)
    {
        var own = textLanguage ?? Language.English.Tag;
        if (languages.Contains(own)) Problem($"{place}.wordings.{own}", "The record's own texts are in this language.");
    }

    void CheckVenue(string place, VenueEntry venue)
    {
        Refers($"{place}.organisation", venue.Organisation, _organisations, "organisation");
        CheckTranslations(place, venue.TextLanguage, venue.Translations.Keys);
        NoneTwice($"{place}.rooms", venue.Rooms.Select(r => r.Name), "A room of this name stands here twice.");
        if (known.Venues.TryGetValue(venue.Slug, out var existing)) CheckSample(place, venue.Sample, existing.IsSample);
    }

    void CheckSeries(string place, SeriesEntry series)
    {
        Refers($"{place}.organisation", series.Organisation, _organisations, "organisation");
        CheckTranslations(place, series.TextLanguage, series.Translations.Keys);
        ForEach($"{place}.partners",
            series.Partners, (at, partner) => Refers($"{at}.organisation", partner.Organisation, _organisations, "organisation"));
        NoneTwice($"{place}.partners", series.Partners.Select(p => p.Organisation), "This partner stands here twice.");
        if (known.Series.TryGetValue(series.Slug, out var existing)) CheckSample(place, series.Sample, existing.IsSample);
    }

    void CheckArticle(string place, ArticleEntry article)
    {
        Refers($"{place}.organisation", article.Organisation, _organisations, "organisation");
        Refers($"{place}.author", article.Author, _people, "person");
        CheckTranslations(place, article.TextLanguage, article.Translations.Keys);
        ForEach($"{place}.about", article.About, (at, subject) =>
        {
            Refers($"{at}.film", subject.Film, _films, "film");
            Refers($"{at}.person", subject.Person, _people, "person");
            Refers($"{at}.series", subject.Series, _series, "series");
            Refers($"{at}.screening", subject.Screening, _screenings, "screening");
            Refers($"{at}.venue", subject.Venue, _venues, "venue");
        });
        NoneTwice($"{place}.about", article.About, "It stands here twice.");
        if (known.Journal.TryGetValue(article.Slug, out var existing) && existing.PublishedAt is not null
            && article is { Published: false, Withdrawn: false })
            Problem($"{place}.published", "It was public already; what was public is withdrawn, or stays published.");
    }

    void CheckSample(string place, bool says, bool isSample)
    {
        if (says != isSample)
            Problem($"{place}.sample", isSample ? "The record in the database is a sample, and stays one."
                : "The record in the database is no sample, and does not become one.");
    }

    void CheckUids()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        ForEach("screenings", file.Screenings, (place, screening) =>
        {
            if (screening.Uid is not { } uid) return;
            if (!seen.TryAdd(uid, place)) Problem($"{place}.uid", $"{seen[uid]} has this UID already.");
            if (known.Screenings.TryGetValue(screening.Slug, out var existing) && existing.Uid != uid)
                Problem($"{place}.uid", $"The screening '{screening.Slug}' has the UID '{existing.Uid}', which is its for life.");
        });
    }

    void CheckScreening(string place, ScreeningEntry screening)
    {
        if (screening is { Title: null, Films.Count: 0 }) Problem($"{place}.title", "A screening without a film needs a title.");
        Refers($"{place}.series", screening.Series, _series, "series");
        Refers($"{place}.organisation", screening.Organisation, _organisations, "organisation");
        CheckTranslations(place, screening.TextLanguage, screening.Translations.Keys);
        ForEach($"{place}.speakers", screening.Speakers, (at, speaker) => Refers(at, speaker, _people, "person"));
        NoneTwice($"{place}.speakers", screening.Speakers, "This speaker stands here twice.");
        ForEach($"{place}.films", screening.Films, CheckShownFilm);
        CheckPlace(place, screening);
        CheckTimes(place, screening);
        CheckStatus(place, screening);
        if (known.Screenings.TryGetValue(screening.Slug, out var existing)) CheckSample(place, screening.Sample, existing.IsSample);
    }

    void CheckShownFilm(string place, ShownFilmEntry shown)
    {
        Refers($"{place}.film", shown.Film, _films, "film");
        if (shown.RunningTime is not { Minutes: > 0 } wanted || !_films.Contains(shown.Film)) return;
        var times = RunningTimesOf(shown.Film);
        if (times.Contains(wanted)) return;
        var meant = times.Count(wanted.Means);
        if (meant == 0) Problem($"{place}.runningTime", $"The film has no such running time; it has {Listed(times)}.");
        if (meant > 1)
            Problem($"{place}.runningTime",
                $"Several running times of the film are meant by that: {Listed(times)}. Its cut or its source tells them apart.");
    }

    IReadOnlyList<RunningTimeEntry> RunningTimesOf(string film) => _filmEntries.TryGetValue(film, out var entry)
        ? entry.RunningTimes
        : [.. known.Films[film].RunningTimes.OrderBy(r => r.Position).Select(RunningTimeEntry.Of)];

    static string Listed(IReadOnlyList<RunningTimeEntry> times) => times.Count == 0 ? "none"
        : Texts.And(
            times.Select(
                t => $"{t.Minutes} minutes" + (t.Cut is null ? "" : $" ({t.Cut})") + (t.Source is null ? "" : $" by '{t.Source}'")));

    void CheckPlace(string place, ScreeningEntry screening)
    {
        Refers($"{place}.venue", screening.Venue, _venues, "venue");
        if (screening.Venue is null)
        {
            if (screening.Room is not null) Problem($"{place}.room", "A room needs its venue.");
            return;
        }
        foreach (var (field, value) in new[] { ("area", screening.Area),
            ("city", screening.City), ("region", screening.Region), ("country", screening.Country), ("timeZone", screening.TimeZone) })
            if (value is not null) Problem($"{place}.{field}", "The venue says where it is; leave this out beside a venue.");
        if (screening.Room is { } room && _venues.Contains(screening.Venue) && !RoomsOf(screening.Venue).Contains(room))
            Problem($"{place}.room", $"The venue '{screening.Venue}' has no room '{room}'.");
    }

    IEnumerable<string> RoomsOf(string venue) =>
        _venueEntries.TryGetValue(venue, out var entry) ? entry.Rooms.Select(r => r.Name) : known.Venues[venue].Rooms.Select(r => r.Name);

    string? TimeZoneOf(string venue) =>
        _venueEntries.TryGetValue(venue, out var entry) ? entry.TimeZone : known.Venues.GetValueOrDefault(venue)?.TimeZone;

    void CheckTimes(string place, ScreeningEntry screening)
    {
        if (screening is { Date: null, Time: not null }) Problem($"{place}.time", "A time needs its date.");
        if (screening is { Time: null, EndTime: not null }) Problem($"{place}.endTime", "An end needs its beginning.");
        if (screening is { Time: null, SecondTime: true })
            Problem($"{place}.secondTime", "There is no time that the clocks could show twice.");
        if (screening is { PreviousDate: null, PreviousTime: not null }) Problem($"{place}.previousTime", "A time needs its date.");
        if (screening.Date is not { } date || (screening.Venue is { } named && !_venues.Contains(named))) return;
        var zone = screening.Venue is { } venue ? TimeZoneOf(venue) : screening.TimeZone;
        if (zone is null) Problem($"{place}.date", "A date needs the time zone of its place.");
        else if (IsSkipped(date, screening.Time, zone)) Problem($"{place}.time", SkippedSentence(date, screening.Time, zone));
    }

    static bool IsSkipped(LocalDate date, LocalTime? time, string zone) =>
        time is { } at && WallTime.KindOf(date + at, Zones.Get(zone)) == WallTimeKind.Skipped;

    static string SkippedSentence(LocalDate date, LocalTime? time, string zone) =>
        $"On {ScreeningWords.Format(date)} the clocks in {zone} skip {time:HH:mm}.";

    void CheckStatus(string place, ScreeningEntry screening)
    {
        var existing = known.Screenings.GetValueOrDefault(screening.Slug);
        var status = screening.Status ?? existing?.Status ?? ScreeningStatus.Draft;
        if (status == ScreeningStatus.Draft)
        {
            if (existing is { IsPublic: true })
                Problem($"{place}.status", "It is public already, and what was public does not become a draft again.");
            if (screening.StatusReason is not null) Problem($"{place}.statusReason", "A draft needs no reason.");
            if (screening.PreviousDate is not null) Problem($"{place}.previousDate", "A draft had no date that anybody was promised.");
            if (screening.PublishedAt is not null) Problem($"{place}.publishedAt", "A draft is not published.");
        }
        foreach (var (language, _) in screening.Translations.Where(w => w.Value.StatusReason is not null && screening.StatusReason is null))
            Problem($"{place}.wordings.{language}.statusReason", "A reason in another language needs the reason itself.");
        if (screening.OnlineUrl is not null && status != ScreeningStatus.MovedOnline)
            Problem($"{place}.onlineUrl", "Only what has moved online is found there.");
    }

    // What the file does not name must stay true when it changes the venue under it.
    void CheckResting() => ForEach("venues", file.Venues, (place, venue) =>
    {
        if (!known.Venues.TryGetValue(venue.Slug, out var existing)) return;
        foreach (var screening in known.Resting.Where(s => s.VenueId == existing.Id))
        {
            if (screening.Room is { } room && venue.Rooms.All(r => r.Name != room.Name))
                Problem($"{place}.rooms", $"The room '{room.Name}' is missing, and the screening '{screening.Slug}' is in it.");
            if (screening.Date is not { } date) continue;
            if (venue.TimeZone is null)
                Problem($"{place}.timeZone", $"It is missing, and the screening '{screening.Slug}' has a date there.");
            else if (IsSkipped(date, screening.Time, venue.TimeZone))
                Problem($"{place}.timeZone",
                    $"{SkippedSentence(date, screening.Time, venue.TimeZone)} The screening '{screening.Slug}' is at that time.");
        }
    });
}
