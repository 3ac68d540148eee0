using HomsScreenings.Time;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Text;

/// <summary>Short names of time zones, as the tz database abbreviates them.</summary>
public static class ZoneWords
{
    /// <summary>'BST', 'PDT', the usual ones in the language that is spoken; where the database has only figures, 'UTC+3'.</summary>
    public static string Short(string timeZone, Instant at)
    {
        var interval = Zones.Get(timeZone).GetZoneInterval(at);
        return interval.Name switch
        {
            "BST" => T("BST"),
            "GMT" => T("GMT"),
            var name when name.Any(char.IsAsciiLetter) => name,
            _ => "UTC" + Offset(interval.WallOffset),
        };
    }

    static string Offset(Offset offset)
    {
        var minutes = offset.Seconds / 60;
        if (minutes == 0) return "";
        var (sign, total) = (minutes < 0 ? '-' : '+', Math.Abs(minutes));
        return total % 60 == 0 ? $"{sign}{total / 60}" : $"{sign}{total / 60}:{total % 60:00}";
    }
}
