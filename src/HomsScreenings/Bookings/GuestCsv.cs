using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>A guest list as a table for spreadsheets: RFC 4180, UTF-8 with its mark, without which Excel takes Arabic for noise.</summary>
public static class GuestCsv
{
    static readonly string[] Head = ["Name", "Address", "People", "Wheelchair places", "Companion places", "Access needs", "State", "Code", "Booked at", "In the room", "Remark"];

    static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",;\t\r\n");

    /// <param name="list">The guests.</param>
    /// <param name="zone">By whose wall clock times are said.</param>
    public static byte[] Write(GuestList list, DateTimeZone zone)
    {
        var text = new StringBuilder();
        Line(text, Head);
        foreach (var b in list.Booked.Concat(list.Waiting).Concat(list.Gone))
            Line(text, b.Name, b.Email, Number(b.People), Number(b.Wheelchairs), Number(b.Companions), b.AccessNeeds, BookingStates.Say(b.State), b.Code is { } code ? BookingCode.Say(code) : null,
                b.CreatedAt.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture), Number(list.Arrived(b)),
                b.Turn is null || b.State == BookingState.Booked ? null : WaitingReasons.Say(WaitingEntry.Of(b), list.Standing, list.Free, list.Now, zone));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static void Line(StringBuilder text, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++) text.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        text.Append("\r\n");
    }

    // Quoted also where spreadsheets of other countries divide. What a guest wrote must not become a formula at the organisers': a cell that begins like one gets an apostrophe.
    static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var safe = value.TrimStart() is ['=' or '+' or '-' or '@', ..] || value[0] is '\t' or '\r' or '\n' ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
