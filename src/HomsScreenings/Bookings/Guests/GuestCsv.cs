using System.Globalization;
using HomsScreenings.Model;
using HomsScreenings.Text;
using NodaTime;

namespace HomsScreenings.Bookings.Guests;

/// <summary>A guest list as a table for spreadsheets.</summary>
public static class GuestCsv
{
    static readonly string[] Head = ["Name", "Address", "People",
        "Wheelchair places", "Companion places", "Access needs", "State", "Code", "Booked at", "In the room", "Remark"];

    /// <param name="list">The guests.</param>
    /// <param name="zone">By whose wall clock times are said.</param>
    public static byte[] Write(GuestList list, DateTimeZone zone) => Csv.Write(
    [
        Head,
        .. list.Booked.Concat(list.Waiting).Concat(list.Gone).Select(b => (IEnumerable<string?>)
        [
            b.Name, b.Email, Number(b.People), Number(b.Wheelchairs),
            Number(b.Companions), b.AccessNeeds, BookingStates.Label(b.State), b.Code is { } code ? BookingCode.Format(code) : null,
            b.CreatedAt.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture), Number(list.Arrived(b)),
            b.Turn is null || b.State == BookingState.Booked ? null
                : WaitingReasons.Explain(WaitingEntry.Of(b), list.Bookable, list.Free, list.Now, zone),
        ]),
    ]);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
