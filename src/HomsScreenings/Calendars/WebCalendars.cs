using System.Text;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Calendars;

/// <summary>
/// Calendars that live in a browser: addresses that open them with an entry filled in, or with a feed to subscribe to.
/// Nothing is sent anywhere before somebody follows one. Times are instants in UTC, which none of them misreads.
/// </summary>
public static class WebCalendars
{
    // Longer addresses are cut off by some of the programs that they pass through on a phone.
    const int MaxText = 1_200;

    static readonly LocalDatePattern BasicDate = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    static readonly InstantPattern BasicInstant = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Google Calendar with the entry filled in; the last day of an entry that lasts all day is exclusive there.</summary>
    public static string Google(CalendarEntry entry)
    {
        var dates = entry.Hours is { } hours
            ? $"{BasicInstant.Format(hours.Start)}/{BasicInstant.Format(hours.End)}"
            : $"{BasicDate.Format(entry.Date)}/{BasicDate.Format(entry.Date.PlusDays(1))}";
        return Address("https://calendar.google.com/calendar/render", ("action", "TEMPLATE"), ("text", entry.Summary), ("dates", dates),
            ("details", Short(entry.Description)), ("location", entry.Location), ("ctz", entry.Hours is null ? null : entry.TimeZone));
    }

    /// <summary>Outlook.com with the entry filled in.</summary>
    public static string OutlookCom(CalendarEntry entry) => Outlook("https://outlook.live.com", entry);

    /// <summary>Outlook on the web of Office 365, as work and university have it, with the entry filled in.</summary>
    public static string Office365(CalendarEntry entry) => Outlook("https://outlook.office.com", entry);

    /// <summary>Google Calendar, asking whether to subscribe.</summary>
    /// <param name="webcal">The whole address of the feed with the scheme 'webcal': with another, Google takes it for a calendar of its
    /// own.</param>
    public static string SubscribeInGoogle(string webcal) => Address("https://calendar.google.com/calendar/r", ("cid", webcal));

    /// <summary>Outlook.com, asking whether to subscribe.</summary>
    /// <param name="feed">The whole address of the feed.</param>
    /// <param name="name">What the calendar is to be called.</param>
    public static string SubscribeInOutlookCom(string feed, string name) =>
        Address("https://outlook.live.com/calendar/0/addfromweb", ("url", feed), ("name", name));

    /// <summary>The same for Outlook on the web of Office 365.</summary>
    public static string SubscribeInOffice365(string feed, string name) =>
        Address("https://outlook.office.com/calendar/0/addfromweb", ("url", feed), ("name", name));

    static string Outlook(string host, CalendarEntry entry)
    {
        var (start, end) = entry.Hours is { } hours
            ? (InstantPattern.General.Format(hours.Start), InstantPattern.General.Format(hours.End))
            : (LocalDatePattern.Iso.Format(entry.Date), LocalDatePattern.Iso.Format(entry.Date.PlusDays(1)));
        return Address($"{host}/calendar/0/deeplink/compose",
            ("path", "/calendar/action/compose"), ("rru", "addevent"), ("subject", entry.Summary),
            ("startdt", start), ("enddt", end), ("allday", entry.Hours is null ? "true" : null),
            ("body", Short(entry.Description)), ("location", entry.Location));
    }

    static string Address(string page, params IEnumerable<(string Name, string? Value)> pairs) =>
        page + "?" + string.Join('&', pairs.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    // Whole lines as long as they fit: the first is the address of the page, which has the rest.
    static string Short(string description)
    {
        var text = new StringBuilder();
        var length = 0;
        foreach (var line in description.Split('\n'))
        {
            length += Uri.EscapeDataString(line).Length;
            if (length > MaxText && text.Length > 0) break;
            if (text.Length > 0) text.Append('\n');
            text.Append(line);
        }
        return text.ToString();
    }
}
