using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using HomsScreenings.Desk;
using HomsScreenings.Records;
using HomsScreenings.Tests.Pages.Organise;
using HomsScreenings.Text;
using HomsScreenings.Time;
using HomsScreenings.Validation;

namespace HomsScreenings.Tests.Infrastructure.Typing;

/// <summary>
/// What people may type into the forms of the desk: each field by its own rules, at their limits and a little beyond, in
/// any script, with odd blanks. A field that is added to a form is filled from then on.
/// </summary>
static class Typed
{
    const int MaxRows = 3;

    /// <summary>A form in which every field is filled or left empty.</summary>
    public static Gen<T> Form<T>() where T : class, new() => Form(typeof(T)).Select(form => (T)form);

    static Gen<object> Form(Type type)
    {
        var fields = type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && FieldOf(p) is not null).ToList();
        return Gen.CollectToArray(fields, p => FieldOf(p)!).Select(values =>
        {
            var form = Activator.CreateInstance(type)!;
            for (var i = 0; i < fields.Count; i++) fields[i].SetValue(form, values[i]);
            return form;
        });
    }

    // What the browser sends by itself, and what is chosen from a list, the test sets.
    static readonly HashSet<string> Chosen =
        new(StringComparer.Ordinal) { "Id", "Uid", "Version", "ConfirmedNew", "PersonId", "OrganisationId", "SeriesId", "Place", "Film" };

    static Gen<object?>? FieldOf(PropertyInfo field)
    {
        if (Chosen.Contains(field.Name)) return null;
        var type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        if (type == typeof(string))
            return TextOf(field).Select(text => (object?)Sent(field, CleanText.Of(text, IsInLines(field))));
        if (type == typeof(bool)) return Gen.Elements<object?>(true, false);
        if (type.IsEnum) return Gen.Elements(Enum.GetValues(type).Cast<object?>());
        if (type == typeof(int)) return Optional(field, Numbers(field).Select(n => (object?)n));
        if (type == typeof(DateOnly)) return Optional(field, Days.Select(d => (object?)d));
        if (type == typeof(TimeOnly))
            return Optional(field, Gen.Choose(0, (24 * 60) - 1).Select(m => (object?)new TimeOnly(m / 60, m % 60)));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return Rows(type.GetGenericArguments()[0]);
        return type.IsClass ? Form(type).Select(form => (object?)form) : null;
    }

    // As the binder of the forms hands it on.
    static string? Sent(PropertyInfo field, string? text) =>
        text is not null && field.GetCustomAttribute<WebAddressAttribute>() is not null ? WebAddresses.Tidy(text) ?? text : text;

    static bool IsInLines(PropertyInfo field) => field.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.MultilineText;

    static Gen<object?> Optional(PropertyInfo field, Gen<object?> value) =>
        Nullable.GetUnderlyingType(field.PropertyType) is null ? value : Gen.Frequency((2, value), (1, Gen.Constant<object?>(null)));

    static Gen<object?> Rows(Type row) => Gen.Choose(0, MaxRows).SelectMany(count => Form(row).ArrayOf(count)).Select(rows =>
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(row))!;
        foreach (var each in rows) list.Add(each);
        return (object?)list;
    });

    static Gen<string?> TextOf(PropertyInfo field)
    {
        var text = field.Name switch
        {
            nameof(TranslationRow.Language) => Gen.Elements("en", "ar", "fr", "pt-br", "ZH-hant-tw"),
            nameof(VenueInput.Position) => Gen.Elements("51.5879, -0.1636", "-90, 180", "0, 0", "-0.0000004, -180", "geo:34.7324,36.7137"),
            _ => ByRule(field),
        };
        var isNeeded = field.GetCustomAttribute<RequiredAttribute>() is not null;
        return Gen.Frequency((isNeeded ? 20 : 2, text.Select(t => (string?)t)), (1, Gen.Constant<string?>(null)));
    }

    static Gen<string> ByRule(PropertyInfo field)
    {
        var rules = field.GetCustomAttributes<ValidationAttribute>().ToList();
        foreach (var rule in rules)
            switch (rule)
            {
                case WebAddressAttribute: return Addresses;
                case EmailTextAttribute: return Emails;
                case CountryCodeAttribute: return Countries;
                case CountryCodesAttribute: return Many(Countries);
                case LanguageTagAttribute: return LanguagesOf;
                case LanguageTagsAttribute: return Many(LanguagesOf);
                case CurrencyCodeAttribute: return Gen.Elements("GBP", "usd", "Eur", "JPY", "kwd", "£", "ABCD", "ZZZ", "GB");
                case AmountAttribute: return Money;
                case TimeZoneNameAttribute: return Gen.Elements(Zones.Names.Concat(["UTC", "UTC+05:30", "Mars/Olympus"]));
                case SlugTextAttribute: return Slugs;
            }
        return Any(rules.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength ?? Lengths.Line);
    }

    static readonly int[] Odd =
    [
        ' ', '\t', '\n', '\r', 0x00, 0x07, 0x7F, 0x85, 0xA0, 0xAD, '"', '\'', '\\', '<', '&', '=', ',', ';', '(', ')', '[', ']', '#', 'ß',
        0x130, 0x131, 0x300, 0x301, 0x640, 0x627, 0x644,
        0x200B, 0x200F, 0x2028, 0x2029, 0x202E, 0x2066, 0x3000, 0x1E9E, 0xFB01, 0xFDFA, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F3AC, 0x1F468,
        0x20000, 0x10FFFF,
    ];

    static readonly Gen<string> Character = Gen.Frequency(
        (6, Gen.Choose('a', 'z')), (3, Gen.Choose('0', 'Z')), (3, Gen.Choose(0x621, 0x64A)), (2, Gen.Elements(Odd)),
        (1, Gen.Choose(0xA0, 0xD7FF)), (1, Gen.Choose(0xE000, 0x10FFFF)))
        .Select(char.ConvertFromUtf32);

    /// <summary>A text of any characters; now and then just as long as it may be, or longer.</summary>
    public static Gen<string> Any(int most) => Gen.Frequency(
        (20, Gen.Choose(1, Math.Min(most, 40)).SelectMany(length => Character.ArrayOf(length)).Select(string.Concat)),
        (2, Gen.Elements("x", "ب", "é", " ", "🎬").Select(filling => string.Concat(Enumerable.Repeat(filling, most / filling.Length)))),
        // Wherever it is cut, one of these three is cut through a character.
        (1, Gen.Elements("", "y", "yy").Select(before => before + string.Concat(Enumerable.Repeat("a🎬", (most - 2) / 3)))),
        (1, Gen.Elements(most + 1, most).Select(length => new string('\uFDFA', length))),
        (1, Gen.Constant(new string('y', most + 1))),
        (1, Gen.Elements("", " ", "\u200F", "?", "\ud83c", "Talal Derki", "Talal Derki (talal-derki)")));

    static Gen<int> Numbers(PropertyInfo field)
    {
        var range = field.GetCustomAttribute<RangeAttribute>();
        var (least, most) = range is null ? (0, 100)
            : (Convert.ToInt32(range.Minimum, CultureInfo.InvariantCulture), Convert.ToInt32(range.Maximum, CultureInfo.InvariantCulture));
        return Gen.Frequency((10, Gen.Choose(least, most)), (4, Gen.Elements(least, most)), (1, Gen.Elements(least - 1, most + 1)));
    }

    static readonly Gen<string> Money = Gen.Frequency(
        (6, Gen.Choose(0, 5_000).Select(pence => (pence / 100m).ToString(CultureInfo.InvariantCulture))),
        (4, Gen.Elements("0", "8,50", "1 000 000", "1.234,5", "١٢٫٥٠", "3.125", "9999999999")),
        (1, Gen.Elements("8.505", "1,250", "-1", "10000000000", "1e3", "free")));

    static readonly Gen<DateOnly> Days = Gen.Frequency(
        (6, Gen.Choose(0, 4_000).Select(days => new DateOnly(2020, 1, 1).AddDays(days))),
        (3, Gen.Elements(new DateOnly(Years.First, 1, 1), new DateOnly(Years.Last, 12, 31), new DateOnly(2200, 12, 31),
        new DateOnly(2026, 3, 29), new DateOnly(2026, 10, 25))),
        (1, Gen.Elements(new DateOnly(Years.First - 1, 12, 31), new DateOnly(Years.Last + 1, 1, 1), DateOnly.MinValue, DateOnly.MaxValue)));

    static readonly Gen<string> Addresses = Gen.Frequency(
        (10, Gen.Elements("https://example.org", "http://example.org/a b?q=\"حمص\"#1",
            "HTTPS://EXAMPLE.ORG", "https://[::1]:8443/", "https://münchen.example/🎬")),
        (1, Gen.Constant("https://example.org/" + new string('x', Lengths.Url - 20))),
        (1, Gen.Elements("javascript:alert(1)", "https://example.org/" + new string('x', Lengths.Url - 19), "example.org")));

    static readonly Gen<string> Emails = Gen.Frequency(
        (10, Gen.Elements("ana@example.org", "a.b+c@example.co.uk", "x@مثال.إختبار", new string('l', 64) + "@example.org",
            "o'neil@example.org")), (1, Gen.Elements("a@b", "ana", "ana@example.org, eva@example.org")));

    static readonly Gen<string> Countries =
        Gen.Frequency((12, Gen.Elements(CountryCodes.All.Select(c => c.Code))), (4, Gen.Elements("gb", "sY")),
        (1, Gen.Elements("XX", ",", "G,", "GBR")));

    static readonly Gen<string> LanguagesOf =
        Gen.Frequency((12, Gen.Elements(LanguageTags.Usual.Select(l => l.Tag))),
        (4, Gen.Elements("AR", "pt-br", "zh-hant-tw", "en-x-gb", "sr-Latn")), (1, Gen.Elements("english!", "e", ",")));

    static Gen<string> Many(Gen<string> codes) => Gen.Frequency(
        (8, Gen.Choose(1, 4).SelectMany(count => codes.ArrayOf(count))), (1, Gen.Choose(60, 130).SelectMany(count => codes.ArrayOf(count))))
        .SelectMany(some => Gen.Elements(" ", ", ", ";", ",,"), (some, between) => string.Join(between, some));

    static readonly Gen<string> Slugs = Gen.Frequency(
        (6, Gen.Choose(1, 200).Select(n => $"slug-{n}")),
        (1, Gen.Constant(string.Concat(Enumerable.Repeat("a-", Slug.MaxLength / 2)).TrimEnd('-') + "b")),
        (1, Gen.Elements(new string('z', Slug.MaxLength), new string('z', Slug.MaxLength + 1), "Not A Slug", "a--b")));
}
