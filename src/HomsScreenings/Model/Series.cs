using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Model;

public enum SeriesKind { Tour, Season, Festival, Programme }

/// <summary>What holds screenings together: a tour, a season, a festival, a programme.</summary>
public sealed class ScreeningSeries : IPictured, IOwned
{
    public int Id { get; private set; }
    public required string Slug { get; set; }
    public required string Title { get; set; }
    public required SeriesKind Kind { get; set; }
    /// <summary>The year it belongs to, where no more is known of its dates.</summary>
    public int? Year { get; set; }
    /// <summary>First day, at the places where it is; null when open or not known.</summary>
    public LocalDate? Starts { get; set; }
    /// <summary>Last day; null when open or not known.</summary>
    public LocalDate? Ends { get; set; }
    /// <summary>What is to be said of the dates: 'the source names no year'.</summary>
    public string? DatesNote { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Description { get; set; }
    /// <summary>What it asks of its visitors: 'organise your own screening with a talk afterwards'.</summary>
    public string? Invitation { get; set; }
    /// <summary>BCP 47 tag of the texts that stand here; other languages have their <see cref="Translations"/>.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;
    /// <summary>Made up to show how the site works; labelled wherever it shows.</summary>
    public bool IsSample { get; init; }
    /// <summary>When the public first saw it; null while it is a draft.</summary>
    public Instant? PublishedAt { get; private set; }
    static readonly Rule<Func<ScreeningSeries, bool>> PublicRule = new(s => s.PublishedAt != null);

    [Rule(nameof(PublicRule))]
    public bool IsPublic => PublicRule.Run(this);
    public int? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    /// <summary>Whether its page says how many wait for it, in towns in which enough do.</summary>
    public bool ShowsInterest { get; set; }
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
    public List<Picture> Pictures { get; } = [];
    public PictureFile? MainPicture { get; set; }
    public string TitleKey { get => SearchKey.Of(Title); private set => _ = value; }
    public List<Partner> Partners { get; } = [];
    public List<SeriesTranslation> Translations { get; } = [];
    public List<Screening> Screenings { get; } = [];

    static readonly Rule<Func<ScreeningSeries, string, string>> TitleRule = new((s, language) =>
        s.Translations.In(language, t => t.Title) ?? s.Title);

    /// <summary>The title in the language that is spoken, where it has one there.</summary>
    [Rule(nameof(TitleRule))]
    public string TitleIn(string language) => TitleRule.Run(this, language);

    /// <summary>Shows it to the public, for good.</summary>
    public void Publish(Instant now) => PublishedAt ??= now;

    public void SetPartners(IEnumerable<Partner> wanted) =>
        Partners.SetParts(wanted, (p, i) => p.Position = i, p => (p.OrganisationId, p.Part, p.Position));

    public void SetTranslations(IEnumerable<SeriesTranslation> wanted) =>
        Translations.SetTranslations(TextLanguage, wanted, w => (w.Language, w.Title, w.Description, w.Invitation, w.DatesNote));
}

/// <summary>An organisation that presents a series.</summary>
public sealed class Partner : IPart
{
    public int Id { get; private set; }
    public int SeriesId { get; private set; }
    public ScreeningSeries Series { get; private set; } = null!;
    public int OrganisationId { get; set; }
    public Organisation Organisation { get; set; } = null!;
    /// <summary>What it does for the series: 'promotes the tour'.</summary>
    public string? Part { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(ScreeningSeries), SeriesId);
}
