using System.Globalization;
using System.Reflection;

namespace HomsScreenings.Text.Languages;

/// <summary>
/// A language in which the site speaks. English stands in the sources; every other is one gettext file among the
/// embedded resources of this library, named by its BCP 47 tag: 'ar.po'. To add one is to add its file.
/// </summary>
public sealed class Language
{
    readonly Catalogue _catalogue;
    readonly Language? _parent;
    readonly string? _digits;
    readonly string[]? _otherMonths;

    Language(string tag, Catalogue catalogue, Language? parent)
    {
        (Tag, _catalogue, _parent) = (tag, catalogue, parent);
        Culture = CultureInfo.GetCultureInfo(catalogue.Header("X-Culture") ?? tag);
        Name = catalogue.Header("X-Name") ?? Culture.NativeName;
        _digits = catalogue.Header("X-Digits");
        _otherMonths = catalogue.Header("X-Other-Months")?.Split(' ');
        OpenGraphLocale = catalogue.Header("X-Open-Graph") ?? Culture.Name.Replace('-', '_');
    }

    /// <summary>The language of the addresses without a prefix, and of every text that has no translation.</summary>
    public static Language English { get; } = new("en", Catalogue.Empty("English", "en-GB"), null);

    /// <summary>All of them, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = ReadAll();

    /// <summary>
    /// The one that is spoken now. It follows <see cref="CultureInfo.CurrentUICulture"/>, which flows with the work for
    /// one request; what belongs to no request speaks English.
    /// </summary>
    public static Language Current => All.FirstOrDefault(l => l.Culture.Equals(CultureInfo.CurrentUICulture)) ?? English;

    /// <summary>The BCP 47 tag, which is also the first part of its addresses.</summary>
    public string Tag { get; }
    /// <summary>By whose conventions dates are written.</summary>
    public CultureInfo Culture { get; }
    /// <summary>As shared links name it (og:locale), for which networks have a list of their own: 'ar_AR'.</summary>
    public string OpenGraphLocale { get; }
    /// <summary>What its speakers call it.</summary>
    public string Name { get; }
    public bool IsRightToLeft => Culture.TextInfo.IsRightToLeft;
    /// <summary>'ltr' or 'rtl', as HTML has it.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";
    /// <summary>
    /// The direction of a line that is put together from words and names; null where that is found out from its first letter. In a
    /// sentence from right to left each Latin name is isolated, and none of them turns the line.
    /// </summary>
    public string? LineDirection => IsRightToLeft ? Direction : null;
    /// <summary>What its addresses begin with: '/ar', nothing for English.</summary>
    public string Prefix => ReferenceEquals(this, English) ? "" : "/" + Tag;

    /// <summary>The address of the same page in this language.</summary>
    /// <param name="path">A path on this site that names no language.</param>
    public string Path(string path) => Prefix.Length > 0 && path == "/" ? Prefix : Prefix + path;

    /// <summary>The language whose addresses begin with this segment; null where there is none, or where it has no prefix.</summary>
    public static Language? WithPrefix(string segment) =>
        All.FirstOrDefault(l => l.Prefix.Length > 0 && l.Tag.Equals(segment, StringComparison.Ordinal));

    /// <summary>The language with this tag; English where none is named, or one that has been given up since.</summary>
    public static Language WithTag(string? tag) => All.FirstOrDefault(l => l.Tag == tag) ?? English;

    /// <summary>Speaks this language for the rest of the caller's work.</summary>
    public void Speak() => CultureInfo.CurrentUICulture = Culture;

    /// <summary>Speaks this language for one piece of work, and afterwards what was spoken before.</summary>
    public T Speaking<T>(Func<T> work)
    {
        var before = CultureInfo.CurrentUICulture;
        Speak();
        try { return work(); }
        finally { CultureInfo.CurrentUICulture = before; }
    }

    /// <summary>The translation; the English text itself where there is none.</summary>
    public string Translate(string english) => _catalogue.Find(english) ?? _parent?.Translate(english) ?? english;

    /// <summary>The form that goes with the number.</summary>
    public string Translate(int number, string one, string other) =>
        _catalogue.Find(one, number) ?? _parent?.Translate(number, one, other) ?? (number == 1 ? one : other);

    /// <summary>Whether there is a translation here, not counting what a regional variant takes over.</summary>
    public bool Has(string english) =>
        ReferenceEquals(this, English) || _catalogue.Find(english) is not null || _parent?.Has(english) == true;

    /// <summary>All English texts that it translates.</summary>
    public IEnumerable<string> Known => _catalogue.Known;

    /// <summary>What other readers of the language call the month: 'نوفمبر' for 'تشرين الثاني'; null where all call it the same.</summary>
    /// <param name="month">From 1 on.</param>
    public string? OtherMonth(int month) => _otherMonths?[month - 1] ?? _parent?.OtherMonth(month);

    /// <summary>Western digits as the digits of the language.</summary>
    public string Digits(string text)
    {
        var digits = _digits ?? _parent?._digits;
        return digits is null ? text : string.Create(text.Length, (text, digits), static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++)
                into[i] = char.IsAsciiDigit(from.text[i]) ? from.digits[from.text[i] - '0'] : from.text[i];
        });
    }

    static List<Language> ReadAll()
    {
        const string folder = "Languages.";
        var assembly = Assembly.GetExecutingAssembly();
        var all = new List<Language> { English };
        // The shorter tag first: 'ar-MA' takes over from 'ar' what it does not say itself.
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var tag = name[folder.Length..^".po".Length];
            all.Add(
                new Language(tag, Catalogue.Read(reader.ReadToEnd()),
                    all.LastOrDefault(l => tag.StartsWith(l.Tag + "-", StringComparison.Ordinal))));
        }
        return all;
    }
}
