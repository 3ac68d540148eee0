using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using HomsScreenings.Import;
using HomsScreenings.Validation;

namespace HomsScreenings.Tests.Validation;

/// <summary>A rule that holds for a field holds in the form and in the file alike.</summary>
public sealed class FieldRulesTests
{
    static readonly Dictionary<string, (ValidationAttribute Rule, string Place)> Fields = new()
    {
        ["year"] = (new YearAttribute(), """ "films": [{ "slug": "x", "title": "X", "kind": "short", "year": # }] """),
        ["country"] = (new CountryCodeAttribute(), """ "venues": [{ "slug": "x", "name": "X", "country": # }] """),
        ["currency"] = (new CurrencyCodeAttribute(), """ "screenings": [{ "slug": "x", "title": "X", "prices": { "currency": # } }] """),
        ["address"] = (new WebAddressAttribute(), """ "venues": [{ "slug": "x", "name": "X", "website": # }] """),
        ["secure address"] = (new SecureWebAddressAttribute(),
            """ "films": [{ "slug": "x", "title": "X", "kind": "short", "trailerUrl": # }] """),
        ["zone"] = (new TimeZoneNameAttribute(), """ "venues": [{ "slug": "x", "name": "X", "timeZone": # }] """),
        ["language"] = (new LanguageTagAttribute(), """ "series": [{ "slug": "x", "title": "X", "kind": "tour", "textLanguage": # }] """),
        ["slug"] = (new SlugTextAttribute(), """ "series": [{ "slug": #, "title": "X", "kind": "tour" }] """),
        ["amount"] = (new AmountAttribute(nameof(Currency)),
            """ "screenings": [{ "slug": "x", "title": "X", "prices": { "from": #, "currency": "GBP" } }] """),
        ["title"] = (new TitleTextAttribute(), """ "series": [{ "slug": "x", "title": #, "kind": "tour" }] """),
    };

    /// <summary>The currency of the amounts.</summary>
    public static string Currency => "GBP";

    [Theory]
    [InlineData("year", 1888, true)]
    [InlineData("year", 2999, true)]
    [InlineData("year", 1887, false)]
    [InlineData("year", 3000, false)]
    [InlineData("country", "gb", true)]
    [InlineData("country", "XX", false)]
    [InlineData("country", ",", false)]
    [InlineData("currency", "syp", true)]
    [InlineData("currency", "ZZZ", false)]
    [InlineData("currency", "FRF", true)] // what a ticket cost then
    [InlineData("currency", "£", false)]
    [InlineData("address", "https://example.org", true)]
    [InlineData("address", "javascript:alert(1)", false)]
    [InlineData("secure address", "https://example.org/1", true)]
    [InlineData("secure address", "http://example.org/1", false)]
    [InlineData("secure address", "javascript:alert(1)", false)]
    [InlineData("zone", "Asia/Damascus", true)]
    [InlineData("zone", "Mars/Olympus", false)]
    [InlineData("language", "pt-br", true)]
    [InlineData("language", "english!", false)]
    [InlineData("slug", "return-to-homs", true)]
    [InlineData("slug", "a--b", false)]
    [InlineData("amount", "9999999999", true)]
    [InlineData("amount", "8.50", true)]
    [InlineData("amount", "10000000000", false)]
    [InlineData("amount", "8.505", false)]
    [InlineData("amount", "-1", false)]
    [InlineData("title", "$", true)]
    [InlineData("title", "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ", false)]
    public void A_form_and_a_file_take_the_same(string field, object typed, bool isRight)
    {
        var (rule, place) = Fields[field];
        var problems = new List<string>();
        ProgrammeReader.Read(
            Encoding.UTF8.GetBytes(
                $$"""{ "format": 1, {{place.Replace("#", field == "amount" ? (string)typed : JsonSerializer.Serialize(typed), StringComparison.Ordinal)}} }"""), problems);
        Assert.Equal((isRight, isRight),
            (rule.GetValidationResult(typed, new ValidationContext(this) { MemberName = "Field" }) is null, problems.Count == 0));
    }

    [Theory]
    [InlineData("1888-01-01", true)]
    [InlineData("2999-12-31", true)]
    [InlineData("1887-12-31", false)]
    [InlineData("3000-01-01", false)]
    public void A_day_is_right_in_a_form_and_a_file_alike(string day, bool isRight)
    {
        var problems = new List<string>();
        ProgrammeReader.Read(
            Encoding.UTF8.GetBytes($$"""{ "format": 1, "series": [{ "slug": "x", "title": "X", "kind": "tour", "starts": "{{day}}" }] }"""),
            problems);
        Assert.Equal((isRight, isRight),
            (new DayAttribute().IsValid(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), problems.Count == 0));
    }

    [Fact]
    public void A_moment_on_the_last_evening_is_of_the_year_of_its_place()
    {
        Assert.True(Years.Has(NodaTime.Instant.FromUtc(3000, 1, 1, 7, 59)));
        Assert.False(Years.Has(NodaTime.Instant.FromUtc(3000, 1, 2, 0, 0)));
        Assert.False(Years.Has(NodaTime.Instant.MaxValue));
    }

    [Theory]
    [InlineData("ana@example.org", true, true)]
    [InlineData("hello@example", false, true)]
    [InlineData("nobody", false, false)]
    public void A_file_may_hold_an_address_that_no_mail_reaches(string text, bool inAForm, bool inAFile) =>
        Assert.Equal((inAForm, inAFile), (EmailAddresses.IsOne(text), EmailAddresses.LooksLikeOne(text)));
}
