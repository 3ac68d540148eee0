using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Model;

public enum FilmKind { Documentary, Fiction, Animation, Experimental, Short, Other }

/// <summary>A film: the record that carries its screenings, and outlives them.</summary>
public sealed class Film : IPictured, IOwned, IDraftable
{
    public int Id { get; private set; }
    public required string Slug { get; set; }
    /// <summary>The title under which it is announced here.</summary>
    public required string Title { get; set; }
    /// <summary>The title that its makers gave it, where that differs.</summary>
    public string? OriginalTitle { get; set; }
    /// <summary>BCP 47 tag of <see cref="OriginalTitle"/>.</summary>
    public string? OriginalTitleLanguage { get; set; }
    public int? ReleaseYear { get; set; }
    public required FilmKind Kind { get; set; }
    /// <summary>Countries of production, ISO 3166-1 alpha-2.</summary>
    public List<string> Countries { get; set; } = [];
    /// <summary>Languages spoken in it, BCP 47.</summary>
    public List<string> Languages { get; set; } = [];
    /// <summary>Languages it is known to have subtitles in, BCP 47.</summary>
    public List<string> Subtitles { get; set; } = [];
    /// <summary>Where the trailer can be seen, with https; linked, never embedded, for pages ask no other host for anything.</summary>
    public string? TrailerUrl { get; set; }
    /// <summary>Languages in which the trailer is known to have captions, BCP 47.</summary>
    public List<string> TrailerCaptions { get; set; } = [];
    /// <summary>The film's own site, with https.</summary>
    public string? Website { get; set; }
    /// <summary>Where else it is told of, with https: databases, encyclopedias.</summary>
    public List<string> Links { get; set; } = [];
    public List<AgeRating> AgeRatings { get; set; } = [];
    /// <summary>'Digital video, colour', '35 mm'.</summary>
    public string? Format { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Synopsis { get; set; }
    /// <summary>What an audience should know before: war, injury, torture. In plain words.</summary>
    public string? ContentNotes { get; set; }
    /// <summary>'Filmed August 2011 to August 2013 in Homs', recognition and the like, in Markdown.</summary>
    public string? Notes { get; set; }
    /// <summary>BCP 47 tag of the texts that stand here; other languages have their <see cref="Translations"/>.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;
    static readonly Rule<Func<Film, string, string>> TitleRule = new((f, language) =>
        f.Translations.In(language, t => t.Title)
        ?? (f.TextLanguage != language && f.OriginalTitleLanguage == language ? f.OriginalTitle : null) ?? f.Title);

    static readonly Rule<Func<Film, string, LocalizedTitle>> NamesRule = new((f, language) => LocalizedTitle.Film(
        f.Translations.In(language, t => t.Title), f.Title, f.TextLanguage, f.OriginalTitle, f.OriginalTitleLanguage));

    /// <summary>The title that leads in the language that is spoken.</summary>
    [Rule(nameof(TitleRule))]
    public string TitleIn(string language) => TitleRule.Run(this, language);

    /// <summary>How it is called in the language that is spoken, and otherwise.</summary>
    [Rule(nameof(NamesRule))]
    public LocalizedTitle NamesIn(string language) => NamesRule.Run(this, language);

    static readonly Rule<Func<Film, string, IEnumerable<Credit>>> CreditsRule = new((f, role) =>
        f.Credits.Where(c => c.Role == role).OrderBy(c => c.Position));

    /// <summary>Its credits in one role, in their order.</summary>
    [Rule(nameof(CreditsRule))]
    public IEnumerable<Credit> CreditsAs(string role) => CreditsRule.Run(this, role);

    /// <summary>Whether the public may see it; a draft is at the desk alone.</summary>
    public bool IsPublic { get; private set; }
    public int? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    /// <summary>Whether its page says how many wait for it, in towns in which enough do.</summary>
    public bool ShowsInterest { get; set; }
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
    public List<Picture> Pictures { get; } = [];
    public PictureFile? MainPicture { get; set; }
    /// <summary>Both titles in <see cref="SearchKey"/> form.</summary>
    public string TitleKey { get => SearchKey.Of(Title, OriginalTitle); private set => _ = value; }

    public string LanguagesKey { get => CodesKey.Of(Languages); private set => _ = value; }

    /// <summary>In the order in which they are shown; the first is the one reckoned with.</summary>
    public List<RunningTime> RunningTimes { get; } = [];
    public List<Credit> Credits { get; } = [];
    public List<WatchOffer> WatchOffers { get; } = [];
    public List<Still> Stills { get; } = [];
    public List<FilmAward> Awards { get; } = [];
    public List<PressQuote> Quotes { get; } = [];
    public List<FilmTranslation> Translations { get; } = [];
    /// <summary>Its comments; null where it was never opened to any.</summary>
    public Discussion? Discussion { get; private set; }
    public List<ScreeningFilm> Screenings { get; } = [];

    public void Publish() => IsPublic = true;

    public void Unpublish() => IsPublic = false;

    /// <summary>
    /// Makes the running times what they should be. One that is kept keeps its row, for screenings refer to the cut
    /// that they show.
    /// </summary>
    public void SetRunningTimes(IEnumerable<RunningTime> wanted)
    {
        var list = wanted.Select((w, i) =>
        {
            var kept = RunningTimes.FirstOrDefault(r => r.Minutes == w.Minutes && r.Cut == w.Cut && r.Source == w.Source) ?? w;
            kept.Position = i;
            return kept;
        }).Distinct().ToList();
        RunningTimes.RemoveAll(r => !list.Contains(r));
        foreach (var added in list.Where(r => !RunningTimes.Contains(r))) RunningTimes.Add(added);
    }

    /// <summary>The same for a form, in which a running time that there was may have been corrected: it stays that cut.</summary>
    public void EditRunningTimes(IEnumerable<(int? Id, int Minutes, string? Cut, string? Source)> wanted)
    {
        var list = new List<RunningTime>();
        foreach (var (id, minutes, cut, source) in wanted)
        {
            var row = RunningTimes.FirstOrDefault(r => r.Id == id && !list.Contains(r)) ?? new RunningTime { Minutes = minutes };
            (row.Minutes, row.Cut, row.Source, row.Position) = (minutes, cut, source, list.Count);
            list.Add(row);
        }
        RunningTimes.RemoveAll(r => !list.Contains(r));
        RunningTimes.AddRange(list.Where(r => !RunningTimes.Contains(r)).ToList());
    }

    public void SetCredits(IEnumerable<Credit> wanted) =>
        Credits.SetParts(wanted.DistinctBy(c => (c.Role, (object?)c.Person ?? c.PersonId)),
            (c, i) => c.Position = i, c => (c.Role, c.PersonId, c.Position));

    public void SetWatchOffers(IEnumerable<WatchOffer> wanted) =>
        WatchOffers.SetParts(wanted, (w, i) => w.Position = i, w => (w.Provider, w.Offer, w.Url, w.Price, w.Currency, w.Position));

    public void SetStills(IEnumerable<Still> wanted) =>
        Stills.SetParts(wanted, (s, i) => s.Position = i, s => (s.Caption, s.Credit, s.AltText, s.Source, s.Url, s.Position));

    public void SetAwards(IEnumerable<FilmAward> wanted) =>
        Awards.SetParts(wanted, (a, i) => a.Position = i, a => (a.Name, a.Festival, a.Year, a.Result, a.Source, a.Url, a.Position));

    public void SetQuotes(IEnumerable<PressQuote> wanted) => Quotes.SetParts(wanted, (q, i) => q.Position = i,
        q => (q.Text, q.Language, q.Author, q.Publication, q.Date, q.Url, q.Position));

    public void SetTranslations(IEnumerable<FilmTranslation> wanted) =>
        Translations.SetTranslations(TextLanguage, wanted, w => (w.Language, w.Title, w.Synopsis, w.ContentNotes, w.Notes));
}
