using System.Globalization;
using HomsScreenings.Films;
using HomsScreenings.Programme;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Venues;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Tests.Text.Languages;

public sealed class TextsTests : IDisposable
{
    static readonly Language Arabic = Language.All.Single(l => l.Tag == "ar");

    readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public TextsTests() => Arabic.Speak();

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Fact]
    public void A_number_decides_on_the_form_and_has_the_digits_of_the_language() =>
        Assert.Equal(["لا عروض", "عرض واحد", "عرضان", "٣ عروض", "١٠ عروض", "١١ عرضًا", "٩٩ عرضًا", "١٠٠ عرض", "١٠٢ عرض", "١٠٣ عروض"],
            new[] { 0, 1, 2, 3, 10, 11, 99, 100, 102, 103 }.Select(n => N(n, "{0} screening", "{0} screenings")));

    [Fact]
    public void What_is_written_from_left_to_right_keeps_its_direction_within_a_sentence()
    {
        Assert.Equal("عروض \u2068Return to Homs\u2069", T("Screenings of {0}", "Return to Homs"));
        Assert.Equal("عروض العودة إلى حمص", T("Screenings of {0}", "العودة إلى حمص"));
        Language.English.Speak();
        Assert.Equal("Screenings of العودة إلى حمص", T("Screenings of {0}", "العودة إلى حمص"));
    }

    [Fact]
    public void Names_are_isolated_one_by_one_and_only_once()
    {
        Assert.Equal("\u2068Talal Derki\u2069 و\u00A0\u2068Ossama Mohammed\u2069 و\u00A0\u2068Wiam Bedirxan\u2069",
            And(["Talal Derki", "Ossama Mohammed", "Wiam Bedirxan"]));
        Assert.Equal("بحضور \u2068Talal Derki\u2069 و\u00A0\u2068Orwa Nyrabia\u2069", T("With {0}", And(["Talal Derki", "Orwa Nyrabia"])));
    }

    [Fact]
    public void An_address_has_no_mark_at_its_end_that_a_link_would_swallow() =>
        Assert.EndsWith(": https://example.org/1", T("Book at {0}", "https://example.org/1"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("A", "A")]
    [InlineData("A and B", "A", "B")]
    [InlineData("A, B and C", "A", "B", "C")]
    public void Names_are_joined(string joined, params string[] names)
    {
        Language.English.Speak();
        Assert.Equal(joined, And(names));
    }

    [Fact]
    public void Dates_have_the_months_of_the_levant_and_the_digits_of_the_language()
    {
        var date = new LocalDate(2014, 6, 27);
        Assert.Equal("الجمعة ٢٧ حزيران ٢٠١٤، ٢٠:٣٠", ScreeningWords.Format(date, new LocalTime(20, 30)));
        Assert.Equal(("٢٧ حزيران ٢٠١٤", "الجمعة", "تشرين\u00A0الثاني ٢٠١٤"),
            (ScreeningWords.FormatShort(date), ScreeningWords.Weekday(date), ScreeningWords.Month(date.PlusMonths(5))));
        Language.English.Speak();
        Assert.Equal("Friday 27 June 2014, 20:30", ScreeningWords.Format(date, new LocalTime(20, 30)));
    }

    [Fact]
    public void Money_has_the_decimal_sign_of_the_language()
    {
        Assert.Equal(("١٢٫٥٠ جنيهًا إسترلينيًا", "٦ جنيهات إسترلينية", "٤ \u2068SYP\u2069"),
            (MoneyWords.Money(12.5m, "GBP"), MoneyWords.Money(6, "GBP"), MoneyWords.Money(4, "SYP")));
        Language.English.Speak();
        Assert.Equal(("£12.50", "€4", "US$4", "4 SYP"), (MoneyWords.Money(12.5m, "GBP"), MoneyWords.Money(4, "EUR"),
            MoneyWords.Money(4, "USD"), MoneyWords.Money(4, "SYP")));
    }

    [Fact]
    public void A_range_of_prices_is_said_as_people_write_it()
    {
        Assert.Equal(("من ٦ إلى ٩ جنيهات إسترلينية", "حتى ١١ جنيهًا إسترلينيًا"),
            (MoneyWords.Range(6, 9, "GBP"), MoneyWords.Range(0, 11, "GBP")));
        Language.English.Speak();
        Assert.Equal(("£6–£9", "up to £11", "6–9 SYP"),
            (MoneyWords.Range(6, 9, "GBP"), MoneyWords.Range(0, 11, "GBP"), MoneyWords.Range(6, 9, "SYP")));
    }

    [Fact]
    public void The_year_is_said_where_it_does_not_go_without_saying()
    {
        var now = Instant.FromUtc(2026, 6, 1, 12, 0);
        Assert.Equal(("السبت ٢٧ حزيران", "السبت ٢٧ حزيران (يونيو)", "حزيران"),
            (ScreeningWords.Format(new(2026, 6, 27), now), ScreeningWords.FormatInFull(new(2026, 6, 27), now),
                ScreeningWords.Month(new(2026, 6, 27), now)));
        Language.English.Speak();
        Assert.Equal(["Sunday 31 May", "Monday 31 May", "Tuesday 1 June 2027", "Saturday 30 May 2026"],
            new LocalDate[] { new(2026, 5, 31), new(2027, 5, 31), new(2027, 6, 1), new(2026, 5, 30) }
                .Select(day => ScreeningWords.Format(day, now)));
        Assert.Equal(("Saturday 27 June", "June 2014"),
            (ScreeningWords.FormatInFull(new(2026, 6, 27), now), ScreeningWords.Month(new(2014, 6, 27), now)));
    }

    [Fact]
    public void The_name_of_a_month_stays_on_one_line() =>
        Assert.Equal("٢٩ تشرين\u00A0الثاني ٢٠٢٦", ScreeningWords.FormatShort(new(2026, 11, 29)));

    [Theory]
    [InlineData(22, 14, "22:15")]
    [InlineData(22, 12, "22:10")]
    [InlineData(23, 58, "00:00")]
    public void What_is_reckoned_is_said_to_five_minutes(int hour, int minute, string about)
    {
        Language.English.Speak();
        Assert.Equal(about, ScreeningWords.Format(ScreeningWords.About(new(hour, minute))));
    }

    [Fact]
    public void Each_name_of_a_list_is_joined_in_the_manner_of_the_language() =>
        Assert.Equal(("فرنسا وتونس وألمانيا", "فرنسا و\u00A0\u2068Edward Watts\u2069"),
            (And(["فرنسا", "تونس", "ألمانيا"]), And(["فرنسا", "Edward Watts"])));

    [Fact]
    public void An_address_is_one_run_in_its_own_direction()
    {
        Assert.Equal("\u206873 Brudenell Road, Hyde Park, LS6 1JD\u2069",
            VenueWords.Street("73 Brudenell Road", "LS6 1JD", "Hyde Park"));
        Assert.Equal("شارع الملك، \u2068LS6 1JD\u2069", VenueWords.Street("شارع الملك", "LS6 1JD", null));
        Assert.Equal((", ", "، "), (Comma("ICA"), Comma("سينما")));
        Language.English.Speak();
        Assert.Equal(("The Mall, SW1Y 5AH", "Screen\u00A01", "Large hall"),
            (VenueWords.Street("The Mall", "SW1Y 5AH", null), Unbroken("Screen 1"), Unbroken("Large hall")));
    }

    [Fact]
    public void Languages_and_countries_are_called_as_their_readers_call_them()
    {
        Assert.Equal(("العربية", "الإنجليزية", "qqq"), (LanguageTags.Name("ar"), LanguageTags.Name("en"), LanguageTags.Name("qqq")));
        Assert.Equal(("المملكة المتحدة", "سوريا", "XX"), (CountryCodes.Name("GB"), CountryCodes.Name("SY"), CountryCodes.Name("XX")));
        Assert.Equal("العربية والكردية، مع ترجمة إلى الإنجليزية", FilmWords.Languages(["ar", "ku"], ["en"]));
        Language.English.Speak();
        Assert.Equal(("Arabic", "Syria"), (LanguageTags.Name("ar"), CountryCodes.Name("SY")));
    }

    [Fact]
    public void What_has_no_translation_is_said_in_english() => Assert.Equal("Nobody says this", Arabic.Translate("Nobody says this"));

    [Fact]
    public void Only_digits_are_written_anew() => Assert.Equal("٢٠:٣٠ UTC+٣", Arabic.Digits("20:30 UTC+3"));
}
