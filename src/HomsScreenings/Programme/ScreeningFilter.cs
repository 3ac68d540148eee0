using System.Diagnostics;
using System.Globalization;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using NodaTime;
using NodaTime.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>Access that one can ask for in the programme; the first two are facts of the venue, the others of the screening.</summary>
public enum AccessNeed { StepFree, HearingLoop, Captions, AudioDescription, SignLanguage, Relaxed }

/// <summary>
/// What somebody asked of the programme: the same words on the page, on every feed and on the API. It is read from the
/// pairs of a query string; whatever is not understood is a problem with a sentence, never ignored.
/// </summary>
public sealed record ScreeningFilter
{
    public const int DefaultKm = 25;
    public const int MaxKm = 500;

    /// <summary>How many values one filter may have.</summary>
    public const int MaxValues = 20;

    public string? Query { get; init; }
    public IReadOnlyList<string> Films { get; init; } = [];
    public IReadOnlyList<string> Series { get; init; } = [];
    public IReadOnlyList<string> Venues { get; init; } = [];
    public IReadOnlyList<string> Organisations { get; init; } = [];
    public IReadOnlyList<string> Cities { get; init; } = [];
    public IReadOnlyList<string> Countries { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<AccessNeed> Access { get; init; } = [];
    /// <summary>First programme day at the venue, inclusive.</summary>
    public LocalDate? From { get; init; }
    /// <summary>Last programme day at the venue, inclusive.</summary>
    public LocalDate? To { get; init; }
    /// <summary>Days by name, as they are at the venue.</summary>
    public DaysAhead? On { get; init; }
    public bool Past { get; init; }
    public bool Free { get; init; }
    public Nearby? Near { get; init; }

    public static ScreeningFilter None { get; } = new();

    /// <summary>The parameters of which a filter consists.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "q", "film", "series", "venue", "organisation", "city", "country",
        "from", "to", "on", "past", "free", "access", "language", "near", "within",
    ];

    public bool IsEmpty => ToQuery().Length == 0;

    /// <summary>Whether what is over is to be shown too: it was asked for, or a first day was named.</summary>
    public bool IncludesPast => Past || From is not null;

    /// <summary>The filter as the query string of an address, always in the same order; without '?', empty for no filter.</summary>
    public string ToQuery() => string.Join('&', Pairs().Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>The pairs of which the query string consists, for a form that keeps the filter.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Query is not null) yield return new("q", Query);
        foreach (var slug in Films) yield return new("film", slug);
        foreach (var slug in Series) yield return new("series", slug);
        foreach (var slug in Venues) yield return new("venue", slug);
        foreach (var slug in Organisations) yield return new("organisation", slug);
        foreach (var city in Cities) yield return new("city", city);
        foreach (var country in Countries) yield return new("country", country);
        if (From is { } from) yield return new("from", LocalDatePattern.Iso.Format(from));
        if (To is { } to) yield return new("to", LocalDatePattern.Iso.Format(to));
        if (On is { } on) yield return new("on", Name(on));
        if (Past) yield return new("past", "true");
        if (Free) yield return new("free", "true");
        foreach (var need in Access) yield return new("access", Name(need));
        foreach (var language in Languages) yield return new("language", language);
        if (Near is not { } near) yield break;
        yield return new("near", near.Where);
        yield return new("within", near.WithinKm.ToString(CultureInfo.InvariantCulture));
    }

    public static string Name(DaysAhead days) => days switch
    {
        DaysAhead.Today => "today",
        DaysAhead.Tomorrow => "tomorrow",
        DaysAhead.Weekend => "weekend",
        _ => "next-week",
    };

    public static string Name(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => "step-free",
        AccessNeed.HearingLoop => "hearing-loop",
        AccessNeed.Captions => "captions",
        AccessNeed.AudioDescription => "audio-description",
        AccessNeed.SignLanguage => "sign-language",
        _ => "relaxed",
    };

    /// <summary>Reads a filter; empty values, as forms send them, count as not given.</summary>
    /// <param name="query">The pairs of a query string.</param>
    /// <param name="problems">A sentence for each pair that is not understood.</param>
    public static ScreeningFilter Read(IEnumerable<KeyValuePair<string, string>> query, out IReadOnlyList<string> problems)
    {
        var reader = new ScreeningFilterReader();
        foreach (var (key, value) in query)
            if (CleanText.Of(value, inLines: false) is { } clean) reader.Parse(key, clean);
        problems = reader.Problems;
        return reader.Filter();
    }
}

/// <summary>Takes one pair of a query string after the other.</summary>
sealed class ScreeningFilterReader
{
    const int MaxQueryLength = 200;

    static readonly string[] OnlyOnce = ["q", "from", "to", "on", "past", "free", "near", "within"];

    readonly List<string> _problems = [];
    readonly SortedSet<string> _films = new(StringComparer.Ordinal), _series = new(StringComparer.Ordinal),
        _venues = new(StringComparer.Ordinal), _organisations = new(StringComparer.Ordinal);
    readonly SortedSet<string> _cities = new(StringComparer.Ordinal), _countries = new(StringComparer.Ordinal),
        _languages = new(StringComparer.Ordinal);
    readonly SortedSet<AccessNeed> _access = [];
    ScreeningFilter _filter = ScreeningFilter.None;
    readonly Dictionary<string, string> _onlyOnce = new(StringComparer.Ordinal);
    Nearby? _near;
    int? _within;

    public IReadOnlyList<string> Problems => FilterProblems.Told(_problems);

    public void Parse(string key, string value)
    {
        if (!ScreeningFilter.Names.Contains(key)) _problems.Add(T("There is no filter '{0}'.", Quote(key)));
        else if (!OnlyOnce.Contains(key) || IsFirst(key, value)) Take(key, value);
    }

    // The same twice is no contradiction; of two different values neither is the one that was meant.
    bool IsFirst(string key, string value)
    {
        if (_onlyOnce.TryAdd(key, value)) return true;
        if (_onlyOnce[key] != value) _problems.Add(T("'{0}' can have only one value.", key));
        return false;
    }

    void Take(string key, string value)
    {
        switch (key)
        {
            case "q": TakeQuery(value); break;
            case "film": TakeSlug(_films, key, value); break;
            case "series": TakeSlug(_series, key, value); break;
            case "venue": TakeSlug(_venues, key, value); break;
            case "organisation": TakeSlug(_organisations, key, value); break;
            case "city": TakeCity(value); break;
            case "country": TakeCountry(value); break;
            case "language": TakeLanguage(value); break;
            case "access": TakeAccess(value); break;
            case "from": _filter = _filter with { From = Date(key, value.PlainFigures()) }; break;
            case "to": _filter = _filter with { To = Date(key, value.PlainFigures()) }; break;
            case "on": TakeOn(value); break;
            case "past": _filter = _filter with { Past = Flag(key, value) }; break;
            case "free": _filter = _filter with { Free = Flag(key, value) }; break;
            case "near": TakeNear(value); break;
            case "within": TakeWithin(value.PlainFigures()); break;
            default: throw new UnreachableException(key);
        }
    }

    public ScreeningFilter Filter()
    {
        if (_filter is { From: { } from, To: { } to } && to < from) _problems.Add(T("The last day ('to') lies before the first ('from')."));
        if (_within is not null && _near is null && _problems.Count == 0) _problems.Add(T("'within' needs 'near': around which point?"));
        return _filter with
        {
            Films = [.. _films],
            Series = [.. _series],
            Venues = [.. _venues],
            Organisations = [.. _organisations],
            Cities = [.. _cities],
            Countries = [.. _countries],
            Languages = [.. _languages],
            Access = [.. _access],
            Near = _near is null ? null : _near with { WithinKm = _within ?? ScreeningFilter.DefaultKm },
        };
    }

    void TakeQuery(string value)
    {
        if (value.Length > MaxQueryLength)
            _problems.Add(N(MaxQueryLength, "A search has at most {0} character.", "A search has at most {0} characters."));
        else if (SearchKey.Words(value).Count == 0) _problems.Add(T("The search has no letter or digit in it."));
        else _filter = _filter with { Query = value };
    }

    void TakeSlug(SortedSet<string> slugs, string key, string value)
    {
        if (!Slug.IsWellFormed(value)) _problems.Add(SlugWords.IsNone(key, Quote(value)));
        else Add(slugs, key, value);
    }

    void TakeCity(string value)
    {
        if (value.Length > 100 || SearchKey.Of(value).Length == 0) _problems.Add(T("'{0}' is not the name of a city.", Quote(value)));
        else Add(_cities, "city", value);
    }

    void TakeCountry(string value)
    {
        if (!CountryCodes.IsKnown(value)) _problems.Add(T("'{0}' is not a country code of two letters, such as GB.", Quote(value)));
        else Add(_countries, "country", value.ToUpperInvariant());
    }

    void TakeLanguage(string value)
    {
        if (!LanguageTags.IsWellFormed(value)) _problems.Add(T("'{0}' is not a language tag, such as 'ar' or 'en'.", Quote(value)));
        else Add(_languages, "language", LanguageTags.Tidy(value));
    }

    void TakeAccess(string value)
    {
        foreach (var need in Enum.GetValues<AccessNeed>())
            if (ScreeningFilter.Name(need) == value) { _access.Add(need); return; }
        _problems.Add(
            T("'{0}' is not an access provision; there are {1}.",
                Quote(value), Listed(Enum.GetValues<AccessNeed>().Select(ScreeningFilter.Name))));
    }

    void TakeOn(string value)
    {
        foreach (var days in Enum.GetValues<DaysAhead>())
            if (ScreeningFilter.Name(days) == value) { _filter = _filter with { On = days }; return; }
        _problems.Add(T("'on' names days: {0}; '{1}' is none of them.",
            Listed(Enum.GetValues<DaysAhead>().Select(ScreeningFilter.Name)), Quote(value)));
    }

    void TakeNear(string value)
    {
        _near = value.Length > MaxQueryLength ? null : Nearby.Read(value, ScreeningFilter.DefaultKm);
        if (_near is not null) return;
        _problems.Add(Nearby.LooksLikeNumbers(value)
            ? T("'{0}' is not a place on the map; write a town, such as Leeds.", Quote(value))
            : T("No town is known here by the name '{0}'; write a larger one nearby, with its country, such as 'Portland, US'.", Quote(value)));
    }

    void TakeWithin(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var km) && km is >= 1 and <= ScreeningFilter.MaxKm)
            _within = km;
        else _problems.Add(T("'within' is a distance of 1 to {0} kilometres.", ScreeningFilter.MaxKm));
    }

    LocalDate? Date(string key, string value)
    {
        if (LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var date } && Years.CanBeAskedAbout(date.Year)) return date;
        _problems.Add(T("'{0}' needs a date such as 2026-06-27; '{1}' is not one.", key, Quote(value)));
        return null;
    }

    bool Flag(string key, string value)
    {
        if (value is not ("true" or "false")) _problems.Add(T("'{0}' is true or false.", key));
        return value == "true";
    }

    void Add(SortedSet<string> set, string key, string value)
    {
        set.Add(value);
        const int most = ScreeningFilter.MaxValues;
        if (set.Count == most + 1) _problems.Add(N(most, "At most {0} time '{1}'.", "At most {0} times '{1}'.", key));
    }

    static string Quote(string text) => text.CutWithEllipsis(40);
}
