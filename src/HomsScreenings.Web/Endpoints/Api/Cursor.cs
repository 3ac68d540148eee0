using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HomsScreenings.Screenings;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>
/// Where a reader of a list stands: the place of the last row that they have, and no count of rows, so that what is
/// added meanwhile moves nothing. Readers hand it back as it is.
/// </summary>
static class Cursor
{
    public static string Of(int id) => Write(FormattableString.Invariant($"{id}"));

    public static string Of(ProgrammePlace place) =>
        Write(FormattableString.Invariant($"{(place.Day is { } day ? LocalDatePattern.Iso.Format(day) : "")} {place.Start?.ToUnixTimeMilliseconds()} {place.Id}"));

    public static bool TryRead(string cursor, out int id) => int.TryParse(Read(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out id);

    public static bool TryRead(string cursor, out ProgrammePlace place)
    {
        place = default;
        if (Read(cursor)?.Split(' ') is not [var day, var start, var id] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var date = LocalDatePattern.Iso.Parse(day);
        if (day.Length > 0 && !date.Success) return false;
        if (!long.TryParse(start.Length > 0 ? start : "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) || Math.Abs(at) > MostMilliseconds) return false;
        place = new(day.Length > 0 ? date.Value : null, start.Length > 0 ? Instant.FromUnixTimeMilliseconds(at) : null, number);
        return true;
    }

    // Some ten thousand years around 1970, further than which no database counts.
    const long MostMilliseconds = 62_000_000_000_000;

    static string Write(string place) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(place));

    static string? Read(string cursor)
    {
        try { return cursor.Length <= 100 ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)) : null; }
        catch (FormatException) { return null; }
    }
}
