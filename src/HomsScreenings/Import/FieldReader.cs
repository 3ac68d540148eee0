using System.Globalization;
using System.Text.Json;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Import;

/// <summary>
/// One object of a programme file: hands out its fields, each with its rules, and notes every problem with its place.
/// A field that is absent, null or wrong reads as not known, so that reading goes on to the next problem.
/// </summary>
sealed class FieldReader(JsonElement element, string place, List<string> problems)
{
    // More than anybody counts, in whatever it is.
    const int MaxNumber = 10_000_000;

    const int MaxQuoted = 60;

    static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");
    static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public void Problem(string field, string sentence) => problems.Add($"{PlaceOf(field)}: {sentence}");

    string PlaceOf(string field) => place.Length == 0 ? field : $"{place}.{field}";

    /// <summary>To be called last: notes the fields that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var field in element.EnumerateObject().Where(f => !_known.Contains(f.Name)))
            Problem(field.Name, "There is no such field here.");
    }

    /// <summary>A text of one line.</summary>
    public string? Line(string field, int most = Lengths.Line) =>
        Text(field, most, c => char.IsControl(c) || c is '\u2028' or '\u2029', "must be one line, without tabs and the like");

    /// <summary>A name or a title: a text of one line, with room for the form in which it is searched.</summary>
    public string? Name(string field)
    {
        if (Line(field, Lengths.Name) is not { } name) return null;
        if (Names.Fits(name)) return name;
        Problem(field, "It is too long when it is written out.");
        return null;
    }

    /// <summary>A text of any number of lines in Markdown.</summary>
    public string? Markdown(string field, int most = Lengths.Text)
    {
        var text = Lines(field, most);
        if (text is null || MarkdownText.CanBeShown(text)) return text;
        Problem(field, $"It {MarkdownAttribute.TooDeep}.");
        return null;
    }

    /// <summary>A text of any number of lines.</summary>
    public string? Lines(string field, int most = Lengths.Text) =>
        Text(field, most, c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'), "holds characters that cannot be shown");

    /// <summary>A text that must be there; empty where it is not.</summary>
    public string Required(string field, int most = Lengths.Name) => Given(field) ? Line(field, most) ?? "" : Missing(field, "");

    /// <summary>A name or a title that must be there; empty where it is not.</summary>
    public string RequiredName(string field) => Given(field) ? Name(field) ?? "" : Missing(field, "");

    public string OwnSlug() => Given("slug") ? Slug("slug") ?? "" : Missing("slug", "");

    /// <summary>The slug of another record.</summary>
    public string? Slug(string field) => Parsed(field, Records.Slug.MaxLength,
        text => Records.Slug.IsWellFormed(text) ? text : null, "is not a slug: small Latin letters, digits and single hyphens");

    public string RequiredSlug(string field) => Given(field) ? Slug(field) ?? "" : Missing(field, "");

    public string? Url(string field) => Parsed(field, Lengths.Url,
        text => WebAddresses.Tidy(text) is { Length: <= Lengths.Url } address ? address : null,
        "is not a web address such as https://example.org");

    /// <summary>The same with https alone.</summary>
    public string? SecureUrl(string field) => Parsed(field, Lengths.Url, SecureUrlOrNull, IsNoSecureUrl);

    public IReadOnlyList<string> SecureUrls(string field) =>
        [.. Items(field).Select(item => Checked(item.Value, item.Place, SecureUrlOrNull, IsNoSecureUrl)).OfType<string>()];

    const string IsNoSecureUrl = "is not a web address such as https://example.org";

    static string? SecureUrlOrNull(string text) =>
        WebAddresses.IsSecure(text) && WebAddresses.Tidy(text) is { Length: <= Lengths.Url } address ? address : null;

    public string? Email(string field) => Parsed(field, Lengths.Line,
        text => EmailAddresses.LooksLikeOne(text) ? text : null, "is not an email address");

    public string? Language(string field) =>
        Parsed(field, Lengths.Language, LanguageOrNull, "is not a language tag such as 'ar' or 'pt-BR'");

    public string? Country(string field) =>
        Parsed(field, Lengths.Line, CountryOrNull, "is not a country's code of two letters such as 'GB'");

    /// <summary>A country that must be there; empty where it is not.</summary>
    public string RequiredCountry(string field) => Given(field) ? Country(field) ?? "" : Missing(field, "");

    public string? TimeZone(string field) =>
        Parsed(field, Lengths.TimeZone, text => Zones.IsKnown(text) ? text : null, "is not a time zone such as 'Europe/London'");

    public string? Currency(string field) => Parsed(field, Lengths.Line,
        text => CurrencyCodes.IsKnown(text) ? CurrencyCodes.Tidy(text) : null,
        "is not the code of a currency (ISO 4217) such as 'GBP'");

    public IReadOnlyList<string> Languages(string field) => Codes(field, LanguageOrNull, "is not a language tag such as 'ar' or 'pt-BR'");

    public IReadOnlyList<string> Countries(string field) =>
        Codes(field, CountryOrNull, "is not a country's code of two letters such as 'GB'");

    static string? LanguageOrNull(string text) => LanguageTags.IsWellFormed(text) ? LanguageTags.Tidy(text) : null;

    static string? CountryOrNull(string text) => CountryCodes.IsKnown(text) ? CountryCodes.Tidy(text) : null;

    /// <summary>A text of a form of its own, that must be there; empty where it is not.</summary>
    public string RequiredForm(string field, Func<string, bool> isRight, string isWrong) =>
        Given(field) ? Parsed(field, Lengths.Name, text => isRight(text) ? text : null, isWrong) ?? "" : Missing(field, "");

    public LocalDate? Date(string field) => Value<LocalDate>(field,
        text => DatePattern.Parse(text) is { Success: true, Value: var date } && Years.Has(date) ? date : null,
        "is not a date such as 2014-06-27");

    public LocalTime? Time(string field) => Value<LocalTime>(field,
        text => TimePattern.Parse(text) is { Success: true, Value: var time } ? time : null, "is not a time such as 20:30");

    /// <summary>A moment, cut to the millisecond as everything that the program notes itself.</summary>
    public Instant? Moment(string field) => Value<Instant>(field,
        text => InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var moment } && Years.Has(moment)
            ? Instant.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()) : null,
        "is not a moment in UTC such as 2014-06-01T09:00:00Z");

    public TEnum? OneOf<TEnum>(string field) where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        return Value<TEnum>(field, text => names.IndexOf(text) is >= 0 and var at ? Enum.GetValues<TEnum>()[at] : null,
            $"is none of {string.Join(", ", names)}");
    }

    public TEnum? RequiredOneOf<TEnum>(string field) where TEnum : struct, Enum =>
        Given(field) ? OneOf<TEnum>(field) : Missing<TEnum?>(field, null);

    public int? Year(string field) => Whole(field, Years.First, Years.Last);

    public int? Whole(string field, int least, int most = MaxNumber)
    {
        if (Take(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Problem(field, $"{Said(value)} is not a whole number from {least} to {most.ToString(CultureInfo.InvariantCulture)}.");
        return null;
    }

    public int RequiredWhole(string field, int least, int most = MaxNumber) =>
        Given(field) ? Whole(field, least, most) ?? 0 : Missing(field, 0);

    public decimal? Money(string field)
    {
        if (Take(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && Amounts.Has(amount)) return amount;
        Problem(field, $"{Said(value)} is not an amount of money as a number, with a point and three decimals at most.");
        return null;
    }

    /// <summary>The same in a currency that is known: with no more decimals than that has.</summary>
    public decimal? Money(string field, string? currency)
    {
        var amount = Money(field);
        if (amount is null || currency is null || Amounts.Has(amount.Value, currency)) return amount;
        Problem(field, Amounts.TooFine(currency));
        return null;
    }

    public double? Degrees(string field, double most)
    {
        if (Take(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var degrees) && Math.Abs(degrees) <= most) return degrees;
        Problem(field, $"{Said(value)} is not a number of degrees from -{most} to {most}.");
        return null;
    }

    public bool Flag(string field)
    {
        if (Take(field) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Problem(field, $"{Said(value)} is neither true nor false.");
        return false;
    }

    /// <summary>The same; null where the field is not there.</summary>
    public bool? FlagOrNull(string field) => Given(field) ? Flag(field) : null;

    /// <summary>An object within this one.</summary>
    public T? One<T>(string field, Func<FieldReader, T> read) where T : class =>
        Take(field) is { } value ? Read(value, PlaceOf(field), read) : null;

    /// <summary>A list of objects within this one.</summary>
    public IReadOnlyList<T> Many<T>(string field, Func<FieldReader, T> read) where T : class =>
        [.. Items(field).Select(item => Read(item.Value, item.Place, read)).OfType<T>()];

    /// <summary>The same; null where the field is not there.</summary>
    public IReadOnlyList<T>? ManyOrNull<T>(string field, Func<FieldReader, T> read) where T : class =>
        Given(field) ? Many(field, read) : null;

    /// <summary>Objects within this one, each under its language.</summary>
    public IReadOnlyDictionary<string, T> ByLanguage<T>(string field, Func<FieldReader, T> read) where T : class
    {
        var found = new SortedDictionary<string, T>(StringComparer.Ordinal);
        if (Take(field) is not { } value) return found;
        if (value.ValueKind != JsonValueKind.Object) Problem(field, $"{Said(value)} is not an object in braces.");
        else
            foreach (var one in value.EnumerateObject())
            {
                var at = $"{PlaceOf(field)}.{one.Name}";
                if (LanguageOrNull(one.Name) is not { } tag) problems.Add($"{at}: It is not a language tag such as 'ar' or 'pt-BR'.");
                else if (found.ContainsKey(tag)) problems.Add($"{at}: This language stands here twice.");
                else if (Read(one.Value, at, read) is { } texts) found.Add(tag, texts);
            }
        return found;
    }

    /// <summary>A list of texts of one line, each once.</summary>
    public IReadOnlyList<string> LineList(string field, int most) =>
        [.. Items(field).Select(item => Checked(item.Value, item.Place,
            text => text.Length <= most && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) ? text.Trim() : null,
            $"is not a text of one line with at most {most} characters")).OfType<string>().Distinct()];

    /// <summary>A list of slugs.</summary>
    public IReadOnlyList<string> SlugList(string field) =>
        [.. Items(field)
            .Select(item => Checked(item.Value, item.Place, text => Records.Slug.IsWellFormed(text) ? text : null, "is not a slug"))
            .OfType<string>()];

    T? Read<T>(JsonElement value, string at, Func<FieldReader, T> read) where T : class
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{at}: {Said(value)} is not an object in braces.");
            return null;
        }
        var reader = new FieldReader(value, at, problems);
        var result = read(reader);
        reader.RefuseOthers();
        return result;
    }

    IReadOnlyList<string> Codes(string field, Func<string, string?> code, string isWrong)
    {
        List<string> codes = [.. Items(field).Select(item => Checked(item.Value, item.Place, code, isWrong)).OfType<string>().Distinct()];
        if (!Validation.Codes.Fit(codes)) Problem(field, "There are too many.");
        return codes;
    }

    IEnumerable<(JsonElement Value, string Place)> Items(string field)
    {
        if (Take(field) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select((item, i) => (item, $"{PlaceOf(field)}[{i}]")).ToList();
        Problem(field, $"{Said(value)} is not a list in brackets.");
        return [];
    }

    string? Text(string field, int most, Func<char, bool> isRefused, string isWrong)
    {
        if (Take(field) is not { } value) return null;
        if (StringOf(value) is not { } text) Problem(field, $"{Said(value)} is not a text in quotation marks.");
        else if (string.IsNullOrWhiteSpace(text)) Problem(field, "It is empty; leave out what is not known.");
        else if (text.Length > most) Problem(field, $"It has {text.Length} characters; {most} are the most.");
        else if (text.Any(isRefused)) Problem(field, $"It {isWrong}.");
        else if (CleanText.HasNoText(text)) Problem(field, "It holds characters that cannot be shown.");
        else return text;
        return null;
    }

    string? Parsed(string field, int most, Func<string, string?> parse, string isWrong)
    {
        if (Take(field) is not { } value) return null;
        if (StringOf(value) is not { } text || text.Length <= most) return Checked(value, PlaceOf(field), parse, isWrong);
        Problem(field, $"It has {text.Length} characters; {most} are the most.");
        return null;
    }

    T? Value<T>(string field, Func<string, T?> parse, string isWrong) where T : struct
    {
        if (Take(field) is not { } value) return null;
        var read = StringOf(value) is { } text ? parse(text) : null;
        if (read is null) Problem(field, $"{Said(value)} {isWrong}.");
        return read;
    }

    // U+0000 is legal JSON, and PostgreSQL stores it in no text.
    string? Checked(JsonElement value, string at, Func<string, string?> parse, string isWrong)
    {
        var parsed = StringOf(value) is { } text && !text.Contains('\0', StringComparison.Ordinal) ? parse(text) : null;
        if (parsed is null) problems.Add($"{at}: {Said(value)} {isWrong}.");
        return parsed;
    }

    // Half a surrogate pair is legal JSON and no text. Marks that turn what stands after them go, as in the forms of the desk.
    static string? StringOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try { return CleanText.WithoutOrderMarks(value.GetString()!); }
        catch (InvalidOperationException) { return null; }
    }

    JsonElement? Take(string field)
    {
        _known.Add(field);
        return element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    bool Given(string field) => Take(field) is not null;

    T Missing<T>(string field, T nothing)
    {
        Problem(field, "It is missing.");
        return nothing;
    }

    static string Said(JsonElement value)
    {
        var text = StringOf(value) is { } read ? $"'{read}'" : value.GetRawText();
        return text.CutWithEllipsis(MaxQuoted);
    }
}
