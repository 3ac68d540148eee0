using System.Buffers;
using HomsScreenings.Calendars;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Bookings.Letters;

/// <summary>
/// The calendar entry that goes with a mail to somebody who has a place: the entry of the feeds, with the same UID, so
/// that each mail brings up to date what an earlier one put into the guest's calendar. It holds no link to the guest's
/// page, for calendars are shared.
/// </summary>
public static class GuestCalendar
{
    public const string FileName = "screening.ics";

    /// <summary>The file as RFC 5545 has it; null for a mail that changes nothing in a calendar, or without a date.</summary>
    public static byte[]? Of(GuestMail mail, string siteAddress)
    {
        if (EntryOf(mail, siteAddress) is not { } entry) return null;
        var bytes = new ArrayBufferWriter<byte>();
        CalendarWriter.WriteFile(bytes, entry);
        return bytes.WrittenSpan.ToArray();
    }

    static CalendarEntry? EntryOf(GuestMail mail, string siteAddress) => mail switch
    {
        {
            HasPlaces: true,
            Kind: GuestMailKind.Booked or GuestMailKind.PartyChanged or GuestMailKind.Changed or GuestMailKind.CalledOff
            or GuestMailKind.Reminder
        } => Entry(mail, siteAddress),
        { HadPlaces: true, Kind: GuestMailKind.Cancelled or GuestMailKind.Withdrawn } =>
            Entry(mail, siteAddress) is { } entry ? Ended(entry) : null,
        _ => null,
    };

    // Of two with the same sequence number the later stamp counts (RFC 5546, 2.1.5).
    static CalendarEntry? Entry(GuestMail mail, string siteAddress) =>
        mail.Language.Speaking(() => CalendarEntry.Of(mail.AnnouncedScreening, siteAddress)) is { } entry
        ? entry with { ChangedAt = Instant.Max(entry.ChangedAt, mail.WrittenAt) } : null;

    static CalendarEntry Ended(CalendarEntry entry) => entry with { Status = CalendarStatus.Cancelled, IsBusy = false };
}
