using HomsScreenings.Bookings;
using HomsScreenings.Bookings.Letters;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Tests.Bookings.Letters;

/// <summary>What guests are told, and that nobody is told what is not for them.</summary>
public sealed class GuestLetterTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 12, 0);
    static readonly MailSite Site = new("Homs Screenings", "https://screenings.test");

    static GuestMail Mail(GuestMailKind kind, string language = "en", BookingState state = BookingState.Booked) => new()
    {
        Kind = kind,
        WrittenAt = Now,
        Language = Language.All.Single(l => l.Tag == language),
        Screening = Cards.One(),
        Recipient = "nadia@example.org",
        State = state,
        Party = new Party(3, Wheelchairs: 1),
        Code = "01234567",
        HeldUntil = Now + Duration.FromHours(24),
        HadPlaces = true,
    };

    static readonly AnnouncedDetails Facts = new()
    {
        Date = "2026-06-27",
        Time = "20:30:00",
        SecondTime = false,
        TimeZone = "Europe/London",
        Venue = "ICA",
        Room = null,
        Address = "The Mall",
        Area = null,
        City = "London",
        OnlineUrl = null,
        Films = ["Return to Homs"],
        Speakers = [],
        Status = ScreeningStatus.Published,
    };

    static GuestMail Moved(string language = "en", BookingState state = BookingState.Booked) =>
        Mail(GuestMailKind.Changed, language, state) with
        {
            Screening = Cards.One("2026-06-27 21:00"),
            DetailsBefore = Facts,
            DetailsNow = Facts with { Time = "21:00:00" },
        };

    static Letter Written(GuestMail mail) => GuestLetter.Write(mail, Site, "TOKEN");

    static string TextOf(GuestMail mail) => LetterText.Write(Written(mail));

    public static TheoryData<GuestMailKind, string, string> Subjects => new()
    {
        { GuestMailKind.Confirm, "Please confirm", "بانتظار التأكيد" },
        { GuestMailKind.Booked, "Booked", "تم الحجز" },
        { GuestMailKind.Waiting, "On the waiting list", "على قائمة الانتظار" },
        { GuestMailKind.PartyChanged, "Your party has changed", "تغيّر عدد الحضور" },
        { GuestMailKind.Cancelled, "Booking cancelled", "أُلغي الحجز" },
        { GuestMailKind.Withdrawn, "Booking withdrawn", "سُحب الحجز" },
        { GuestMailKind.Offer, "Seats for you", "مقاعد متاحة لكم" },
        { GuestMailKind.OfferLapsed, "No longer kept for you", "لم تعد محفوظة" },
        { GuestMailKind.OffersEnded, "No seat became available", "لم تُتح مقاعد" },
        { GuestMailKind.Changed, "Changed", "تغيير" },
        { GuestMailKind.CalledOff, "Cancelled", "إلغاء" },
        { GuestMailKind.Reminder, "Reminder", "تذكير" },
        { GuestMailKind.Answer, "An answer to your question", "جواب عن سؤالكم" },
        { GuestMailKind.AlreadyBooked, "You have booked already", "يوجد حجز سابق" },
    };

    [Theory, MemberData(nameof(Subjects))]
    public void A_subject_begins_with_what_matters_in_the_guests_language(GuestMailKind kind, string english, string arabic)
    {
        Assert.Equal($"{english}: Return to Homs, 27 June, 20:30", Written(Mail(kind)).Subject);
        Assert.Equal($"{arabic}: \u2068Return to Homs\u2069، ٢٧ حزيران، ٢٠:٣٠", Written(Mail(kind, "ar")).Subject);
    }

    [Theory, MemberData(nameof(Subjects))]
    public void Text_and_html_say_the_same_sentences_and_lead_to_the_same_pages(GuestMailKind kind, string english, string arabic)
    {
        Assert.NotEqual(english, arabic);
        foreach (var language in new[] { "en", "ar" })
        {
            var letter = Written(Moved(language) with { Kind = kind, Question = "Is there a lift?", Answer = "There is.", Position = 3 });
            var text = LetterText.Write(letter).Split('\n');
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(LetterHtml.Write(letter));
            Assert.Equal(text.Where(l => l.StartsWith("https://", StringComparison.Ordinal)),
                page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
            var inText = string.Join(' ', text.Select(l => l.Trim()));
            Assert.All(page.QuerySelectorAll("p, td:nth-child(2), th[scope=row], blockquote"),
                e => Assert.Contains(e.TextContent, inText, StringComparison.Ordinal));
            Assert.All(text, line => Assert.True(line.Length <= 72 || !line.Contains(' ', StringComparison.Ordinal), line));
            Assert.Equal((language, letter.Language.Direction),
                (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
            Assert.Empty(page.QuerySelectorAll("img, link, script, [src], [style]"));
        }
    }

    [Fact]
    public void Who_was_written_to_too_late_to_confirm_is_told_so()
    {
        var letter = Written(Mail(GuestMailKind.Confirm, state: BookingState.Lapsed) with { HeldUntil = null });
        Assert.Equal("Not booked: Return to Homs, 27 June, 20:30", letter.Subject);
        Assert.Contains("Nothing was booked, and what was kept for you has been given back.",
            LetterText.Write(letter).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_stands_beside_what_was_before_and_the_rest_stands_as_it_is() => Assert.Equal(
        """
        Something has changed. Here is what is true now, beside what you knew.

        When: Saturday 27 June 2026, 21:00 BST
          Previously: Saturday 27 June 2026, 20:30 BST
        What: Return to Homs
        Where: ICA, The Mall, London, SW1Y 5AH, United Kingdom
        People: 3 people, 1 of them in a wheelchair
        Code for the door: 0123 4567

        Your booking stands as it is, and if you can come you need do nothing.

        Your booking
        https://screenings.test/bookings/TOKEN

        If you cannot come, please give your seats back, even at the last
        moment: somebody else would be glad of them.

        Cancel seats
        https://screenings.test/bookings/TOKEN/cancel

        -- 
        You get this email because you booked at Homs Screenings, or somebody
        did so with your address.

        Your address, and what else you told us, is forgotten 30 days after the
        screening; from your page you can have it erased at once.

        Your page
        https://screenings.test/bookings/TOKEN

        """, TextOf(Moved()));

    [Fact]
    public void The_html_of_a_change_has_a_column_for_what_was_before()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(LetterHtml.Write(Written(Moved("ar"))));
        Assert.Equal(["الآن", "سابقًا"], page.QuerySelectorAll("th[scope=col]").Select(h => h.TextContent));
        Assert.Equal(["الموعد", "السبت ٢٧ حزيران ٢٠٢٦، ٢١:٠٠ بتوقيت لندن", "السبت ٢٧ حزيران ٢٠٢٦، ٢٠:٣٠ بتوقيت لندن"],
            page.QuerySelectorAll("tr:nth-child(2) > *").Select(c => c.TextContent));
    }

    [Theory]
    [InlineData(BookingState.Booked, true)]
    [InlineData(BookingState.Unconfirmed, false)]
    [InlineData(BookingState.Waiting, false)]
    [InlineData(BookingState.Offered, false)]
    public void The_private_address_is_told_to_those_who_have_a_place(BookingState state, bool isTold)
    {
        const string address = "12 Greek Street";
        var before = Facts with { Venue = null, Address = "1 Old Road", Area = "Soho" };
        var mail = Moved(state: state) with
        {
            PrivateAddress = address,
            Screening = Cards.One() with { VenueName = null, Address = null, PostalCode = null, Area = "Soho" },
            DetailsBefore = before,
            DetailsNow = before with { Address = address },
        };
        Assert.Equal(isTold ? null : "Everything is again as the guest knew it.", mail.WhyNot(Now));
        foreach (var kind in Enum.GetValues<GuestMailKind>())
        {
            var text = TextOf(mail with { Kind = kind })
                + System.Text.Encoding.UTF8.GetString(GuestCalendar.Of(mail with { Kind = kind }, Site.Address) ?? []);
            if (!isTold || kind == GuestMailKind.Thanks) Assert.DoesNotContain(address, text, StringComparison.Ordinal);
            else Assert.Contains($"{address}, Soho", text.Replace("\\,", ",", StringComparison.Ordinal), StringComparison.Ordinal);
            if (!isTold) Assert.DoesNotContain("1 Old Road", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Called_off_says_which_and_what_the_organisers_say()
    {
        var cancelled = Mail(
            GuestMailKind.CalledOff) with
        {
            Screening = Cards.One() with
            {
                Status = ScreeningStatus.Cancelled,
                StatusReason = "The hall is\nflooded."
            }
        };
        Assert.StartsWith("This screening is cancelled: it does not take place.\n\nThe organisers say:\n> The hall is\n> flooded.\n",
            TextOf(cancelled), StringComparison.Ordinal);
        var postponed = cancelled with { Screening = cancelled.Screening with { Status = ScreeningStatus.Postponed } };
        Assert.Equal("Postponed: Return to Homs, 27 June, 20:30", Written(postponed).Subject);
    }

    [Fact]
    public void A_title_with_a_line_break_cannot_add_a_header_and_none_can_add_a_tag()
    {
        var letter = Written(
            Mail(GuestMailKind.Booked) with { Screening = Cards.One() with { Title = "Shorts\r\nBcc: all@example.org <img src=x>" } });
        Assert.Equal("Booked: Shorts Bcc: all@example.org <img src=x>, 27 June, 20:30", letter.Subject);
        Assert.DoesNotContain("<img", LetterHtml.Write(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_entry_is_that_of_the_feed_and_ends_when_the_guest_does_not_come()
    {
        var booked = Assert.Single(new ReadCalendar(GuestCalendar.Of(Mail(GuestMailKind.Booked), Site.Address)!).Events);
        Assert.Equal((Cards.One().Uid, 2, "CONFIRMED", "20260601T120000Z"),
            (booked["UID"], booked.Sequence, booked.Status, booked["DTSTAMP"]));
        var gone = Mail(GuestMailKind.Cancelled, state: BookingState.Cancelled) with { WrittenAt = Now + Duration.FromHours(1) };
        var ended = Assert.Single(new ReadCalendar(GuestCalendar.Of(gone, Site.Address)!).Events);
        Assert.Equal((Cards.One().Uid, 2, "CANCELLED", "20260601T130000Z"), (ended["UID"], ended.Sequence, ended.Status, ended["DTSTAMP"]));
        Assert.Null(GuestCalendar.Of(gone with { HadPlaces = false }, Site.Address));
        Assert.Null(GuestCalendar.Of(Mail(GuestMailKind.Offer, state: BookingState.Offered), Site.Address));
    }

    public static TheoryData<GuestMailKind, BookingState, string?> Needless => new()
    {
        { GuestMailKind.Confirm, BookingState.Unconfirmed, null },
        { GuestMailKind.Confirm, BookingState.Lapsed, null }, // the mail was too late: that is said
        { GuestMailKind.Confirm, BookingState.Cancelled, "There is nothing to confirm any more." },
        { GuestMailKind.AlreadyBooked, BookingState.Waiting, null },
        { GuestMailKind.AlreadyBooked, BookingState.Cancelled, "The booking has ended since." },
        { GuestMailKind.Booked, BookingState.Cancelled, "The booking has ended since." },
        { GuestMailKind.Waiting, BookingState.Offered, "The guest is not on the waiting list any more." },
        { GuestMailKind.Offer, BookingState.Offered, null },
        { GuestMailKind.Offer, BookingState.Lapsed, "The offer has ended." },
        { GuestMailKind.OfferLapsed, BookingState.Lapsed, null },
        { GuestMailKind.Cancelled, BookingState.Cancelled, null },
        { GuestMailKind.Withdrawn, BookingState.Cancelled, null },
        { GuestMailKind.CalledOff, BookingState.Booked, "The screening takes place again." },
        { GuestMailKind.Changed, BookingState.Waiting, null },
        { GuestMailKind.Changed, BookingState.Cancelled, "The booking has ended since." },
        { GuestMailKind.Reminder, BookingState.Booked, null },
        { GuestMailKind.Reminder, BookingState.Cancelled, "The booking has ended since." },
    };

    [Theory, MemberData(nameof(Needless))]
    public void What_makes_no_sense_any_more_is_known(GuestMailKind kind, BookingState state, string? why) =>
        Assert.Equal(why, (Moved(state: state) with { Kind = kind }).WhyNot(Now));
}
