using HomsScreenings.Model;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Search;

/// <summary>
/// What a screening is found by besides its texts: what it offers, its month and day of the week, what is spoken and what kind
/// of film it is, in the words of every language.
/// </summary>
static class FactWords
{
    static readonly Provisions[] Each = [.. Enum.GetValues<Provisions>().Where(p => p != Provisions.None)];
    static readonly Dictionary<Provisions, string[]> ByProvision = Each.ToDictionary(p => p, p => InEachLanguage(() => Of(p)));
    static readonly Dictionary<FilmKind, string[]> ByKind = Enum.GetValues<FilmKind>()
        .ToDictionary(kind => kind, kind => InEachLanguage(() => Of(kind)));
    static readonly string[][] ByMonth = [.. Enumerable.Range(1, 12).Select(m => InEachLanguage(() => OfMonth(m)))];
    static readonly string[][] ByWeekday = [.. Enumerable.Range(1, 7).Select(d =>
        InEachLanguage(() => DateWords.Format(new LocalDate(2024, 1, d), "dddd")))]; // the first of that month is a Monday

    public static IEnumerable<string> Of(LocalDate? day, Provisions provisions) => Each.Where(p => provisions.HasFlag(p))
        .SelectMany(p => ByProvision[p])
        .Concat(day is { } date ? ByMonth[date.Month - 1].Concat(ByWeekday[(int)date.DayOfWeek - 1]) : []);

    public static IEnumerable<string> Of(FilmKind kind, IEnumerable<string> languages) => ByKind[kind].Concat(Of(languages));

    public static IEnumerable<string> Of(IEnumerable<string> languages) =>
        languages.SelectMany(tag => InEachLanguage(() => LanguageTags.Name(tag)));

    static string[] InEachLanguage(Func<string> words) =>
        [.. Language.All.SelectMany(l => FindableWords.Of(l.Speaking(words))).Distinct(StringComparer.Ordinal)];

    static string Of(Provisions provision) => provision switch
    {
        // Without 'free' by itself, which is what costs nothing; who types 'step free' means the one word.
        Provisions.StepFree => T("stepfree step, wheelchair, accessible"),
        Provisions.HearingLoop => T("hearing loop, induction loop"),
        Provisions.Captions => T("captions, captioned, deaf"),
        Provisions.AudioDescription => T("audio description, audio described, blind"),
        Provisions.SignLanguage => T("sign language, signed, interpreted"),
        Provisions.Relaxed => T("relaxed, quiet, autism"),
        _ => T("free, free of charge"),
    };

    static string Of(FilmKind kind) => kind switch
    {
        FilmKind.Documentary => T("Documentary"),
        FilmKind.Fiction => T("Fiction"),
        FilmKind.Animation => T("Animation"),
        FilmKind.Experimental => T("Experimental film"),
        FilmKind.Short => T("Short film"),
        _ => "",
    };

    // Some languages have two sets of names.
    static string OfMonth(int month) => DateWords.Format(new LocalDate(2024, month, 1), "MMMM") + " "
        + T("January|February|March|April|May|June|July|August|September|October|November|December").Split('|')[month - 1];
}
