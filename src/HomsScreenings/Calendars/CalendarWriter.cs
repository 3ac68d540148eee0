using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Calendars;

/// <summary>
/// Writes calendars as RFC 5545 and RFC 7986 have them, with what real calendar programs ask for beyond that: see
/// docs/calendars-and-feeds.md. The same entries give the same bytes, so that a feed that did not change is known by
/// its tag.
/// </summary>
public sealed class CalendarWriter
{
    static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    readonly ContentLines _lines;

    CalendarWriter(IBufferWriter<byte> output) => _lines = new ContentLines(output);

    /// <summary>
    /// Writes a calendar that is followed: with a name, and a hint how often to ask for it. It has no METHOD, with which RFC 5546
    /// (3.2.1) asks for an organiser in each entry.
    /// </summary>
    public static void WriteFeed(IBufferWriter<byte> output, CalendarFeed feed, IEnumerable<CalendarEntry> entries)
    {
        var writer = new CalendarWriter(output);
        writer.Begin();
        writer.Introduce(feed);
        var any = false;
        foreach (var entry in entries)
        {
            writer.Write(entry);
            any = true;
        }
        if (!any) writer.WriteSomeComponent();
        writer.End();
    }

    /// <summary>
    /// Writes a file with one entry, to be taken over into a calendar that exists. It has no name: programs would make
    /// a new calendar for it.
    /// </summary>
    public static void WriteFile(IBufferWriter<byte> output, CalendarEntry entry)
    {
        var writer = new CalendarWriter(output);
        writer.Begin();
        writer._lines.Line("METHOD:PUBLISH"u8); // what the mail says that it comes with (RFC 6047, 2.4)
        writer.Write(entry);
        writer.End();
    }

    void Begin()
    {
        _lines.Line("BEGIN:VCALENDAR"u8);
        _lines.Line("VERSION:2.0"u8);
        _lines.Line("PRODID:-//Homs Screenings//Programme//EN"u8);
        _lines.Line("CALSCALE:GREGORIAN"u8);
    }

    // Some programs know the names of RFC 7986, others those that Apple and Microsoft made up before it.
    void Introduce(CalendarFeed feed)
    {
        _lines.Text("NAME"u8, feed.Name);
        _lines.Text("X-WR-CALNAME"u8, feed.Name);
        _lines.Text("DESCRIPTION"u8, feed.Description);
        _lines.Text("X-WR-CALDESC"u8, feed.Description);
        _lines.Value("SOURCE;VALUE=URI"u8, feed.Source);
        if (feed.Url is { } url) _lines.Value("URL"u8, url);
        _lines.Line("COLOR:goldenrod"u8);
        _lines.Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H"u8);
        _lines.Line("X-PUBLISHED-TTL:PT1H"u8);
    }

    void Write(CalendarEntry entry)
    {
        _lines.Line("BEGIN:VEVENT"u8);
        _lines.Text("UID"u8, entry.Uid);
        _lines.Value("DTSTAMP"u8, Utc.Format(entry.ChangedAt));
        WriteTimes(entry);
        _lines.Text("SUMMARY"u8, entry.Summary);
        _lines.Line(entry.Status switch
        {
            CalendarStatus.Cancelled => "STATUS:CANCELLED"u8,
            CalendarStatus.Tentative => "STATUS:TENTATIVE"u8,
            _ => "STATUS:CONFIRMED"u8,
        });
        _lines.Line(entry.IsBusy ? "TRANSP:OPAQUE"u8 : "TRANSP:TRANSPARENT"u8);
        _lines.Value("SEQUENCE"u8, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        _lines.Value("CREATED"u8, Utc.Format(entry.CreatedAt));
        _lines.Value("LAST-MODIFIED"u8, Utc.Format(entry.ChangedAt));
        _lines.Text("LOCATION"u8, entry.Location);
        if (entry.Position is var (north, east))
            _lines.Value("GEO"u8, string.Create(CultureInfo.InvariantCulture, $"{Degrees(north)};{Degrees(east)}"));
        _lines.Value("URL"u8, entry.Url);
        if (entry.OnlineUrl is { } online)
            _lines.Value(Encoding.UTF8.GetBytes($"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={T("Watch online")}"), online);
        _lines.Texts("CATEGORIES"u8, entry.Categories);
        _lines.Text("DESCRIPTION"u8, entry.Description);
        _lines.Line("END:VEVENT"u8);
    }

    // Not '-0', which some write for what lies within a few centimetres of the equator.
    static string Degrees(double degrees) => (Math.Round(degrees, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture);

    // In UTC: a zone would need its whole history beside it, and programs disagree about how to read that. The end of
    // a day is the day after it.
    void WriteTimes(CalendarEntry entry)
    {
        if (entry.Hours is { } hours)
        {
            _lines.Value("DTSTART"u8, Utc.Format(hours.Start));
            _lines.Value("DTEND"u8, Utc.Format(hours.End));
            return;
        }
        _lines.Value("DTSTART;VALUE=DATE"u8, Day.Format(entry.Date));
        _lines.Value("DTEND;VALUE=DATE"u8, Day.Format(entry.Date.PlusDays(1)));
    }

    // A calendar has at least one component (RFC 5545, 3.6), and this is the one that puts nothing on anybody's wall.
    void WriteSomeComponent()
    {
        _lines.Line("BEGIN:VTIMEZONE"u8);
        _lines.Line("TZID:Etc/UTC"u8);
        _lines.Line("BEGIN:STANDARD"u8);
        _lines.Line("DTSTART:19700101T000000"u8);
        _lines.Line("TZOFFSETFROM:+0000"u8);
        _lines.Line("TZOFFSETTO:+0000"u8);
        _lines.Line("TZNAME:UTC"u8);
        _lines.Line("END:STANDARD"u8);
        _lines.Line("END:VTIMEZONE"u8);
    }

    void End() => _lines.Line("END:VCALENDAR"u8);
}
