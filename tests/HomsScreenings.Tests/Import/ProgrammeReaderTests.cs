using System.Text;
using HomsScreenings.Import;

namespace HomsScreenings.Tests.Import;

public sealed class ProgrammeReaderTests
{
    static List<string> ProblemsOf(string json)
    {
        var problems = new List<string>();
        ProgrammeReader.Read(Encoding.UTF8.GetBytes(json), problems);
        return problems;
    }

    [Fact]
    public void A_mistake_of_syntax_is_named_with_its_line_and_column()
    {
        var problem = Assert.Single(ProblemsOf("{\n  \"format\": 1,\n  \"films\": \"حمص\" oops\n}"));
        Assert.StartsWith("line 3, column 18: The file is not well-formed JSON: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_stands_twice_is_a_mistake() =>
        Assert.Contains("The file is not well-formed JSON", Assert.Single(ProblemsOf("""{ "format": 1, "format": 1 }""")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "The file is not an object in braces.")]
    [InlineData("{}", "format: It is missing.")]
    [InlineData("""{ "format": 2 }""", "format: This program reads format 1; the file says 2.")]
    [InlineData("""{ "format": "1" }""", "format: '1' is not a whole number from 1 to 10000000.")]
    [InlineData("""{ "format": 1, "movies": [] }""", "movies: There is no such field here.")]
    [InlineData("""{ "format": 1, "films": {} }""", "films: {} is not a list in brackets.")]
    [InlineData("""{ "format": 1, "films": ["homs"] }""", "films[0]: 'homs' is not an object in braces.")]
    public void The_top_of_the_file_is_checked(string json, string problem) => Assert.Equal([problem], ProblemsOf(json));

    [Fact]
    public void What_is_right_has_no_problem_even_with_a_byte_order_mark() => Assert.Empty(ProblemsOf("\uFEFF" + Files.Homs));

    [Theory]
    [InlineData("\"time\": \"25:00\"", "time: '25:00' is not a time such as 20:30.")]
    [InlineData("\"time\": 2030", "time: 2030 is not a time such as 20:30.")]
    [InlineData("\"date\": \"2014-06-31\"", "date: '2014-06-31' is not a date such as 2014-06-27.")]
    [InlineData("\"date\": \"9999-12-31\"", "date: '9999-12-31' is not a date such as 2014-06-27.")]
    [InlineData("\"publishedAt\": \"2014-06-27\"", "publishedAt: '2014-06-27' is not a moment in UTC such as 2014-06-01T09:00:00Z.")]
    [InlineData("\"timeZone\": \"Europe/Londinium\"", "timeZone: 'Europe/Londinium' is not a time zone such as 'Europe/London'.")]
    [InlineData("\"country\": \"UK2\"", "country: 'UK2' is not a country's code of two letters such as 'GB'.")]
    [InlineData("\"languages\": [\"en\", \"english!\"]", "languages[1]: 'english!' is not a language tag such as 'ar' or 'pt-BR'.")]
    [InlineData("\"bookingUrl\": \"javascript:alert(1)\"",
        "bookingUrl: 'javascript:alert(1)' is not a web address such as https://example.org.")]
    [InlineData("\"prices\": { \"from\": 8.005, \"currency\": \"GBP\" }",
        "prices.from: An amount in GBP has 2 decimals at most.")]
    [InlineData("\"prices\": { \"from\": 1800.55, \"currency\": \"JPY\" }", "prices.from: An amount in JPY has no decimals.")]
    [InlineData("\"prices\": { \"from\": 1.1255, \"currency\": \"KWD\" }",
        "prices.from: 1.1255 is not an amount of money as a number, with a point and three decimals at most.")]
    [InlineData("\"prices\": { \"from\": \"12,50\", \"currency\": \"EUR\" }",
        "prices.from: '12,50' is not an amount of money as a number, with a point and three decimals at most.")]
    [InlineData("\"prices\": { \"from\": 8, \"currency\": \"ZZZ\" }",
        "prices.currency: 'ZZZ' is not the code of a currency (ISO 4217) such as 'GBP'.|prices.currency: Prices need their currency.")]
    [InlineData("\"description\": \"Return\\uFFFE\"", "description: It holds characters that cannot be shown.")]
    [InlineData("\"title\": \"Return\\uFFFF\"", "title: It holds characters that cannot be shown.")]
    [InlineData("\"title\": \"Return\\u2028to\"", "title: It must be one line, without tabs and the like.")]
    [InlineData("\"bookingUrl\": \"https://example.org/\\nbook\"",
        "bookingUrl: 'https://example.org/\nbook' is not a web address such as https://example.org.")]
    [InlineData("\"prices\": { \"from\": 8, \"currency\": \"pounds\" }",
        "prices.currency: 'pounds' is not the code of a currency (ISO 4217) such as 'GBP'.|prices.currency: Prices need their currency.")]
    [InlineData("\"prices\": { \"from\": 8, \"to\": 4, \"currency\": \"GBP\" }", "prices.to: The highest price is below the lowest.")]
    [InlineData("\"capacity\": -1", "capacity: -1 is not a whole number from 0 to 10000000.")]
    [InlineData("\"talkMinutes\": 1.5", "talkMinutes: 1.5 is not a whole number from 0 to 1440.")]
    [InlineData("\"captions\": \"yes\"", "captions: 'yes' is neither true nor false.")]
    [InlineData("\"admission\": \"cheap\"", "admission: 'cheap' is none of unknown, free, payWhatYouCan, ticketed, invitation.")]
    [InlineData("\"status\": \"Published\"",
        "status: 'Published' is none of draft, published, cancelled, postponed, rescheduled, movedOnline.")]
    [InlineData("\"title\": \"  \"", "title: It is empty; leave out what is not known.")]
    [InlineData("\"title\": \"two\\nlines\"", "title: It must be one line, without tabs and the like.")]
    [InlineData("\"description\": \"a\\u0000b\"", "description: It holds characters that cannot be shown.")]
    [InlineData("\"title\": \"\\ud800\"", "title: \"\\ud800\" is not a text in quotation marks.")]
    [InlineData("\"venue\": \"The ICA\"", "venue: 'The ICA' is not a slug: small Latin letters, digits and single hyphens.")]
    [InlineData("\"speakers\": [\"talal-derki\", null]", "speakers[1]: null is not a slug.")]
    [InlineData("\"attendance\": { \"atLeast\": true }", "attendance.count: It is missing.")]
    [InlineData("\"attendance\": { \"count\": 4, \"about\": true }", "attendance.about: There is no such field here.")]
    [InlineData("\"booking\": \"walk-in\"", "booking: 'walk-in' is none of none, walkIn, external, seats.")]
    [InlineData("\"booking\": \"external\"", "bookingUrl: Booking elsewhere needs the address where.")]
    [InlineData("\"booking\": \"seats\", \"bookingUrl\": \"https://example.org\"",
        "bookingUrl: An address for booking goes with 'external' alone.")]
    [InlineData("\"seats\": {}", "seats: Rules for seats go with the booking 'seats' alone.")]
    [InlineData("\"booking\": \"seats\", \"seats\": { \"largestParty\": 0, \"privateAddress\": \"1 Road\" }",
        "seats.largestParty: 0 is not a whole number from 1 to 10000000.|seats.privateAddress: There is no such field here.")]
    [InlineData("\"films\": [{ \"runningTime\": { \"minutes\": 0 } }]",
        "films[0].film: It is missing.|films[0].runningTime.minutes: 0 is not a whole number from 1 to 10000000.")]
    public void A_field_of_a_screening_that_is_wrong_is_named_with_its_place(string field, string problems) =>
        Assert.Equal(problems.Split('|').Select(p => "screenings[1]." + p),
            ProblemsOf($$"""{ "format": 1, "screenings": [{ "slug": "one", "title": "One" }, { "slug": "two", {{field}} }] }"""));

    [Fact]
    public void All_problems_of_all_records_are_named()
    {
        const string json = """
            {
              "format": 1,
              "organisations": [{ "name": "X", "website": "example.org", "publicEmail": "nobody" }],
              "people": [{ "slug": "Talal Derki", "name": "Talal Derki" }],
              "films": [{ "slug": "homs", "year": 1750, "kind": "movie", "watchOffers": [{ "provider": "V", "offer": "buy", "price": 4 }] }],
              "venues": [{ "slug": "ica", "name": "ICA", "latitude": 51.5, "stepFree": true }, { "slug": "x", "name": "X", "latitude": 91, "longitude": 1 }],
              "series": [{ "slug": "tour", "title": "Tour", "kind": "tour", "starts": "2026-02-01", "ends": "2026-01-01", "publishedAt": "2026-01-01T00:00:00Z" }]
            }
            """;
        Assert.Equal(
        [
            "organisations[0].slug: It is missing.",
            "organisations[0].website: 'example.org' is not a web address such as https://example.org.",
            "organisations[0].publicEmail: 'nobody' is not an email address.",
            "people[0].slug: 'Talal Derki' is not a slug: small Latin letters, digits and single hyphens.",
            "films[0].title: It is missing.",
            "films[0].year: 1750 is not a whole number from 1888 to 2999.",
            "films[0].kind: 'movie' is none of documentary, fiction, animation, experimental, short, other.",
            "films[0].watchOffers[0].currency: A price needs its currency.",
            "venues[0].stepFree: true is none of unknown, yes, no.",
            "venues[0].longitude: One coordinate without the other is no place.",
            "venues[1].latitude: 91 is not a number of degrees from -90 to 90.",
            "venues[1].latitude: One coordinate without the other is no place.",
            "series[0].ends: It ends before it starts.",
            "series[0].publishedAt: It is not published.",
        ], ProblemsOf(json));
    }

    [Fact]
    public void A_text_that_is_too_long_is_named_with_its_length() =>
        Assert.Equal(["films[0].title: It has 201 characters; 200 are the most."],
            ProblemsOf($$"""{ "format": 1, "films": [{ "slug": "x", "kind": "short", "title": "{{new string('x', 201)}}" }] }"""));

    [Theory]
    [InlineData("\"awards\": [{ \"name\": \"Prize\", \"result\": \"lost\" }]", "awards[0].festival: It is missing.",
        "awards[0].result: 'lost' is none of won, nominated, selected.")]
    [InlineData("\"quotes\": [{ \"text\": \"Good.\" }]", "quotes[0].publication: A quote needs its author or its publication.")]
    [InlineData("\"links\": [\"http://example.org\"]",
        "links[0]: 'http://example.org' is not a web address such as https://example.org.")]
    [InlineData("\"ageRatings\": [{ \"country\": \"XX\", \"board\": \"B\", \"rating\": \"1\" }]",
        "ageRatings[0].country: 'XX' is not a country's code of two letters such as 'GB'.")]
    public void What_became_of_a_film_is_checked_field_by_field(string field, params string[] problems) => Assert.Equal(
        problems.Select(p => $"films[0].{p}"),
        ProblemsOf($$"""{ "format": 1, "films": [{ "slug": "x", "title": "X", "kind": "short", {{field}} }] }"""));

    [Fact]
    public void What_to_expect_is_checked_field_by_field() => Assert.Equal(
        ["venues[0].expect.cafeOrBar: 'maybe' is none of unknown, yes, no.",
            "venues[0].expect.minimumAge: 100 is not a whole number from 0 to 99.", "venues[0].expect.dogs: There is no such field here."],
        ProblemsOf("""
            { "format": 1, "venues": [{ "slug": "x", "name": "X", "expect": { "cafeOrBar": "maybe", "minimumAge": 100, "dogs": "yes" } }] }
            """));
}
