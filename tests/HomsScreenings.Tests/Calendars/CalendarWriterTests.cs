using System.Buffers;
using System.Text;
using HomsScreenings.Calendars;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Tests.Calendars;

public sealed class CalendarWriterTests
{
    static readonly CalendarFeed Feed = new("Homs Screenings",
        "Screenings that are announced.", "https://screenings.test/calendar.ics", "https://screenings.test/screenings");

    static byte[] BytesOf(params ScreeningCard[] cards)
    {
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.WriteFeed(output, Feed, cards.Select(c => CalendarEntry.Of(c, "https://screenings.test")).OfType<CalendarEntry>());
        return output.WrittenSpan.ToArray();
    }

    static ReadEvent EventOf(ScreeningCard card) => new ReadCalendar(BytesOf(card)).Events.Single();

    static IEnumerable<byte[]> PhysicalLines(byte[] bytes)
    {
        var start = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\n') continue;
            Assert.Equal((byte)'\r', bytes[i - 1]);
            yield return bytes[start..(i - 1)];
            start = i + 1;
        }
        Assert.Equal(bytes.Length, start); // the last line ends as all others do
    }

    [Theory]
    [InlineData("العودة إلى حمص، مدينة بين الحرب والحياة، فيلم وثائقي من إخراج طلال ديركي عن شابين في مدينة محاصرة")]
    [InlineData("🎬🎞️🍿👩🏽‍🚀🏳️‍🌈🎬🎞️🍿👩🏽‍🚀🏳️‍🌈🎬🎞️🍿👩🏽‍🚀🏳️‍🌈🎬🎞️🍿👩🏽‍🚀🏳️‍🌈🎬🎞️🍿👩🏽‍🚀🏳️‍🌈")]
    [InlineData("Zażółć gęślą jaźń, ﷽ and 帰郷ホムス; plain letters too, back\\slash, ok")]
    public void Lines_are_folded_at_75_octets_and_never_inside_a_character(string text)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        for (var offset = 0; offset <= 76; offset++)
        {
            var title = new string('x', offset) + text;
            var bytes = BytesOf(Cards.One() with { Title = title });
            Assert.All(PhysicalLines(bytes), line =>
            {
                Assert.InRange(line.Length, 1, 75);
                strict.GetString(line);
            });
            Assert.Equal(title, new ReadCalendar(bytes).Events.Single().Summary);
        }
    }

    [Fact]
    public void Every_text_is_read_back_from_lines_that_every_program_can_read() => Holds.ForEveryText(text =>
    {
        if (text.Length == 0) return;
        var bytes = BytesOf(Cards.One() with { Title = text });
        Assert.All(PhysicalLines(bytes), line => Assert.InRange(line.Length, 1, 75));
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes()
            .Where(r => r.Value is '\n' or '\r' or '\t' or 0x85 || !Rune.IsControl(r))
                .Select(r => r.Value is '\r' or 0x85 or 0x2028 or 0x2029 ? "\n" : r.Value == '\t' ? " " : r.ToString());
        Assert.Equal(string.Concat(lines), new ReadCalendar(bytes).Events.Single().Summary ?? "");
    });

    [Fact]
    public void A_line_is_folded_no_earlier_than_it_must_be()
    {
        var longest = BytesOf(Cards.One() with { Title = new string('x', 400) });
        Assert.Equal(
            [75, 75, 75, 75, 75], PhysicalLines(longest).SkipWhile(l => !l.AsSpan().StartsWith("SUMMARY"u8)).Take(5).Select(l => l.Length));
        var fits = BytesOf(Cards.One() with { Title = new string('x', 75 - "SUMMARY:".Length) });
        Assert.Equal(75, PhysicalLines(fits).Single(l => l.AsSpan().StartsWith("SUMMARY"u8)).Length);
        var justNot = BytesOf(Cards.One() with { Title = new string('x', 76 - "SUMMARY:".Length) });
        Assert.Equal(
            " x", Encoding.UTF8.GetString(PhysicalLines(justNot).SkipWhile(l => !l.AsSpan().StartsWith("SUMMARY"u8)).ElementAt(1)));
    }

    [Theory]
    [InlineData("a\\b;c,d", "a\\\\b\\;c\\,d")]
    [InlineData("one\r\ntwo\nthree\rfour", "one\\ntwo\\nthree\\nfour")]
    [InlineData("one\u2028two\u2029three\u0085four", "one\\ntwo\\nthree\\nfour")]
    [InlineData("\r\r\n\n", "\\n\\n\\n")]
    [InlineData("a\0b\u0007c\u001bd\u007fe\u009ff", "abcdef")]
    [InlineData("a\tb", "a b")]
    [InlineData("colon: and \"quote\" stay", "colon: and \"quote\" stay")]
    public void Texts_are_escaped_and_cleaned(string title, string written) =>
        Assert.Equal(written, EventOf(Cards.One() with { Title = title }).Escaped("SUMMARY"));

    [Fact]
    public void Half_a_character_is_shown_as_broken_and_breaks_nothing_else() =>
        Assert.Equal("half \ufffd of a pair", EventOf(Cards.One() with { Title = "half \ud83c of a pair" }).Summary);

    [Fact]
    public void Commas_part_categories_and_are_escaped_within_one() =>
        Assert.Equal("Film screening,Homs\\, and back", EventOf(Cards.One() with { SeriesTitle = "Homs, and back" }).Escaped("CATEGORIES"));

    [Fact]
    public void The_name_of_a_foreign_entry_is_text()
    {
        var entry = EventOf(Cards.One() with { Uid = @"old,calendar;id\42" });
        Assert.Equal((@"old\,calendar\;id\\42", @"old,calendar;id\42"), (entry.Escaped("UID"), entry["UID"]));
    }

    [Fact]
    public void Where_to_watch_is_an_address_in_ascii_and_said_in_the_language_that_is_spoken()
    {
        var card = Cards.One() with { Status = ScreeningStatus.MovedOnline, OnlineUrl = "https://münchen.example/حمص" };
        Assert.Equal("https://xn--mnchen-3ya.example/%D8%AD%D9%85%D8%B5",
            EventOf(card)["CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Watch online"]);
        Language.WithPrefix("ar")!.Speak();
        Assert.NotNull(EventOf(card)["CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=المشاهدة عبر الإنترنت"]);
        Language.English.Speak();
    }

    [Fact]
    public void A_change_of_what_an_entry_names_is_a_change_of_the_entry()
    {
        var (now, later) = (Instant.FromUtc(2026, 6, 1, 12, 0), Instant.FromUtc(2026, 6, 2, 12, 0));
        foreach (var card in new[]
        {
            Cards.One() with { ChangedAt = now, SeriesChangedAt = later },
            Cards.One() with { ChangedAt = now, OrganisationChangedAt = later },
            Cards.One() with { ChangedAt = now, SpeakersChangedAt = later },
        })
            Assert.Equal(("20260602T120000Z", "20260602T120000Z"), (EventOf(card)["LAST-MODIFIED"], EventOf(card)["DTSTAMP"]));
    }

    [Fact]
    public void The_equator_has_no_sign() =>
        Assert.Equal("0;36.7137", EventOf(Cards.One() with { Latitude = -0.0000001, Longitude = 36.7137 })["GEO"]);

    [Fact]
    public void The_same_rows_give_the_same_bytes() =>
        Assert.Equal(BytesOf(Cards.One(), Cards.One("2026-12-01")), BytesOf(Cards.One(), Cards.One("2026-12-01")));

    [Fact]
    public void A_calendar_says_what_it_is()
    {
        var calendar = new ReadCalendar(BytesOf(Cards.One()));
        Assert.Equal("2.0", calendar["VERSION"]);
        Assert.Equal("-//Homs Screenings//Programme//EN", calendar["PRODID"]);
        Assert.Equal("GREGORIAN", calendar["CALSCALE"]);
        Assert.Null(calendar["METHOD"]); // without an organiser in each entry there is none (RFC 5546, 3.2.1)
        Assert.Equal("Homs Screenings", calendar["NAME"]);
        Assert.Equal("Homs Screenings", calendar["X-WR-CALNAME"]);
        Assert.Equal("Screenings that are announced.", calendar["DESCRIPTION"]);
        Assert.Equal("Screenings that are announced.", calendar["X-WR-CALDESC"]);
        Assert.Equal("https://screenings.test/calendar.ics", calendar["SOURCE;VALUE=URI"]);
        Assert.Equal("https://screenings.test/screenings", calendar["URL"]);
        Assert.Equal("goldenrod", calendar["COLOR"]);
        Assert.Equal("PT1H", calendar["REFRESH-INTERVAL;VALUE=DURATION"]);
        Assert.Equal("PT1H", calendar["X-PUBLISHED-TTL"]);
    }

    [Fact]
    public void A_file_of_one_has_no_name_of_its_own()
    {
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.WriteFile(output, CalendarEntry.Of(Cards.One(), "https://screenings.test")!);
        var calendar = new ReadCalendar(output.WrittenSpan.ToArray());
        Assert.Single(calendar.Events);
        Assert.Equal("PUBLISH", calendar["METHOD"]);
        foreach (var property in new[] { "NAME", "X-WR-CALNAME",
            "DESCRIPTION", "X-WR-CALDESC", "SOURCE;VALUE=URI", "URL", "REFRESH-INTERVAL;VALUE=DURATION", "X-PUBLISHED-TTL" })
            Assert.Null(calendar[property]);
    }

    [Fact]
    public void A_calendar_without_entries_still_holds_a_component()
    {
        var lines = ReadCalendar.Unfolded(Encoding.UTF8.GetString(BytesOf()));
        Assert.Equal(["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD"],
            lines.Where(l => l.StartsWith("BEGIN:", StringComparison.Ordinal)));
        Assert.DoesNotContain("BEGIN:VTIMEZONE", ReadCalendar.Unfolded(Encoding.UTF8.GetString(BytesOf(Cards.One()))));
    }

    [Theory]
    [InlineData("2026-06-27 20:30", "Europe/London", "20260627T193000Z", "20260627T210000Z")]
    [InlineData("2026-12-05 20:30", "Europe/London", "20261205T203000Z", "20261205T220000Z")]
    [InlineData("2026-06-27 20:30", "America/Los_Angeles", "20260628T033000Z", "20260628T050000Z")]
    [InlineData("2026-12-05 20:30", "America/Los_Angeles", "20261206T043000Z", "20261206T060000Z")]
    public void Times_are_in_utc(string when, string zone, string start, string end)
    {
        var written = EventOf(Cards.One(when, zone));
        Assert.Equal((start, end), (written["DTSTART"], written["DTEND"]));
        Assert.Equal(("CONFIRMED", "OPAQUE"), (written.Status, written["TRANSP"]));
    }

    [Fact]
    public void A_date_without_a_time_lasts_all_day_and_keeps_nobody_busy()
    {
        var written = EventOf(Cards.One("2026-12-31"));
        Assert.Equal(("20261231", "20270101"), (written["DTSTART;VALUE=DATE"], written["DTEND;VALUE=DATE"]));
        Assert.Equal((null, null), (written["DTSTART"], written["DTEND"]));
        Assert.Equal(("TENTATIVE", "TRANSPARENT"), (written.Status, written["TRANSP"]));
        Assert.Contains("Thursday 31 December 2026, time to be announced.", written["DESCRIPTION"]!.Split('\n'));
    }

    [Fact]
    public void What_has_no_date_is_in_no_calendar() => Assert.Null(CalendarEntry.Of(Cards.One(when: null), "https://screenings.test"));

    [Theory]
    [InlineData(ScreeningStatus.Published, "Return to Homs", "CONFIRMED", "OPAQUE")]
    [InlineData(ScreeningStatus.Rescheduled, "Return to Homs", "CONFIRMED", "OPAQUE")]
    [InlineData(ScreeningStatus.MovedOnline, "Moved online: Return to Homs", "CONFIRMED", "OPAQUE")]
    [InlineData(ScreeningStatus.Postponed, "Postponed: Return to Homs", "TENTATIVE", "TRANSPARENT")]
    [InlineData(ScreeningStatus.Cancelled, "Cancelled: Return to Homs", "CANCELLED", "TRANSPARENT")]
    [InlineData(ScreeningStatus.Draft, "Draft: Return to Homs", "TENTATIVE", "TRANSPARENT")]
    public void The_title_and_the_status_say_whether_it_takes_place(
        ScreeningStatus status, string summary, string said, string transparency)
    {
        var written = EventOf(Cards.One() with { Status = status });
        Assert.Equal((summary, said, transparency), (written.Summary, written.Status, written["TRANSP"]));
        Assert.Equal("[Sample] " + summary, EventOf(Cards.One() with { Status = status, IsSample = true }).Summary);
    }

    [Fact]
    public void An_entry_is_dated_by_the_row_and_not_by_the_clock()
    {
        var written = EventOf(
            Cards.One() with { VenueChangedAt = Instant.FromUtc(2026, 5, 9, 8, 7, 6), FilmsChangedAt = Instant.FromUtc(2026, 5, 4, 0, 0) });
        Assert.Equal(("20260509T080706Z", "20260509T080706Z", "20260501T100000Z"),
            (written["DTSTAMP"], written["LAST-MODIFIED"], written["CREATED"]));
        Assert.Equal(("0c8a3d0e-6a55-4a3c-9d53-1c8f6f1d7a11", 2), (written["UID"], written.Sequence));
    }

    [Fact]
    public void The_place_is_one_line_and_the_position_is_latitude_first()
    {
        var written = EventOf(Cards.One() with { RoomName = "Cinema 1", Area = "St James’s" });
        Assert.Equal("ICA, Cinema 1, The Mall, St James’s, London, SW1Y 5AH, United Kingdom", written["LOCATION"]);
        Assert.Equal("51.5064;-0.1308", written["GEO"]);
        Assert.Equal("ICA, The Mall, London SW1Y 5AH, United Kingdom",
            EventOf(Cards.One() with { Address = "The Mall, London SW1Y 5AH" })["LOCATION"]);
        Assert.Equal("ICA, The Mall, by the steps, London, SW1Y 5AH, United Kingdom",
            EventOf(Cards.One() with { Address = "The Mall\nby the steps" })["LOCATION"]);
    }

    [Fact]
    public void Where_nothing_is_known_of_the_place_nothing_is_made_up()
    {
        var nowhere = Cards.One() with
        {
            VenueSlug = null,
            VenueName = null,
            Address = null,
            PostalCode = null,
            City = null,
            Country = null,
            Latitude = null,
            Longitude = null
        };
        var written = EventOf(nowhere);
        Assert.Equal((null, null), (written["LOCATION"], written["GEO"]));
        Assert.Contains("Venue to be announced.", written["DESCRIPTION"]!.Split('\n'));
    }

    [Fact]
    public void What_has_moved_online_sends_nobody_to_the_venue()
    {
        var written = EventOf(Cards.One() with { Status = ScreeningStatus.MovedOnline, OnlineUrl = "https://watch.example.org/a b" });
        Assert.Equal(("Online", null), (written["LOCATION"], written["GEO"]));
        Assert.Equal("https://watch.example.org/a%20b", written["CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Watch online"]);
        Assert.Contains("It was to be at ICA, London, United Kingdom.", written["DESCRIPTION"]!.Split('\n'));
        Assert.Null(
            EventOf(
                Cards.One() with
                {
                    Status = ScreeningStatus.MovedOnline,
                    OnlineUrl = "javascript:alert(1)"
                })["CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Watch online"]);
    }

    [Fact]
    public void The_description_begins_with_the_link_and_tells_all_there_is()
    {
        var card = Cards.One(minutes: 130) with
        {
            PremiereNote = "UK premiere",
            DoorsMinutes = 30,
            TalkMinutes = 40,
            Films = [new FilmLine("return-to-homs", "Return to Homs", "العودة إلى حمص", "ar", FilmKind.Documentary, ["ar"])],
            Speakers = [new PersonLine("talal-derki", "Talal Derki"), new PersonLine("kristyan-benedict", "Kristyan Benedict")],
            Status = ScreeningStatus.Rescheduled,
            StatusReason = "The hall was taken.",
            PreviousDate = new LocalDate(2026, 6, 20),
            PreviousTime = new LocalTime(20, 30),
            Subtitles = ["en"],
            Admission = Admission.Ticketed,
            PriceFrom = 5,
            PriceTo = 12.5m,
            Currency = "GBP",
            BookingUrl = "https://ica.example.org/book",
            StepFree = Known.Yes,
            HearingLoop = Known.No,
            SignLanguage = true,
            SeriesTitle = "UK tour",
            OrganisationName = "Homs Campaign",
            IsSample = true,
        };
        Assert.Equal([
            "https://screenings.test/screenings/return-to-homs-ica",
            "This screening has been moved; it was to be on Saturday 20 June 2026, 20:30. The hall was taken.",
            "Saturday 27 June 2026, 20:30 to 22:40 BST (Europe/London).",
            "ICA, London, United Kingdom.",
            "Doors open at 20:00.",
            "Original title: العودة إلى حمص",
            "UK premiere.",
            "Talk after the film, 40 minutes. With Talal Derki and Kristyan Benedict.",
            "In Arabic, with English subtitles.",
            "Admission: Tickets £5–£12.50. Book at https://ica.example.org/book",
            "Access: step-free access; no hearing loop; sign language.",
            "Part of UK tour.",
            "Presented by Homs Campaign.",
            "Sample: made up to show how the site works. It does not take place.",
        ], EventOf(card)["DESCRIPTION"]!.Split('\n'));
    }

    [Fact]
    public void What_is_not_known_is_said_and_what_is_called_off_is_not_sold()
    {
        Assert.Equal([
            "https://screenings.test/screenings/return-to-homs-ica",
            "Saturday 27 June 2026, 20:30 to 22:00 BST (Europe/London).",
            "ICA, London, United Kingdom.",
            "In Arabic.",
            "Admission: not known: ask.",
            "Access: step-free access not known: ask; hearing loop not known: ask.",
        ], EventOf(Cards.One())["DESCRIPTION"]!.Split('\n'));
        Assert.Equal([
            "https://screenings.test/screenings/return-to-homs-ica",
            "This screening is cancelled. The projector broke.",
            "It was to be on Saturday 27 June 2026, 20:30 to 22:00 BST (Europe/London).",
            "ICA, London, United Kingdom.",
            "In Arabic.",
        ], EventOf(
            Cards.One() with
            {
                Status = ScreeningStatus.Cancelled,
                StatusReason = "The projector broke.",
                BookingUrl = "https://ica.example.org/book",
                DoorsMinutes = 30
            })["DESCRIPTION"]!.Split('\n'));
    }

    [Fact]
    public void Nobody_is_woken_by_a_feed() =>
        Assert.DoesNotContain("VALARM", Encoding.UTF8.GetString(BytesOf(Cards.One())), StringComparison.Ordinal);
}
