using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HomsScreenings.Programme;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>
/// Where a reader of a list stands: the place of the last row that they have, and no count of rows, so that what is
/// added meanwhile moves nothing. Readers hand it back as it is.
/// </summary>
static class Cursor
{
    public static string Of(int id) => Write(FormattableString.Invariant($"{id}"));

    public static string Of(PlaceInOrder place) => Write(FormattableString.Invariant($"{place.Order} {place.Id}"));

    public static bool TryRead(string cursor, out int id) =>
        int.TryParse(Read(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out id);

    public static bool TryRead(string cursor, out PlaceInOrder place)
    {
        place = default;
        if (Read(cursor)?.Split(' ') is not [var order, var id]
            || !long.TryParse(order, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        place = new(at, number);
        return true;
    }

    static string Write(string place) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(place));

    static string? Read(string cursor)
    {
        try { return cursor.Length <= 100 ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)) : null; }
        catch (FormatException) { return null; }
    }
}
