using System.Text;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>A calendar as a calendar program reads it (RFC 5545): unfolded, unescaped, in its components.</summary>
public sealed class ReadCalendar
{
    readonly List<ReadEvent> _events = [];
    readonly Dictionary<string, string> _properties = [];

    public ReadCalendar(byte[] bytes)
    {
        Raw = bytes;
        var depth = new Stack<string>();
        foreach (var line in Unfolded(Encoding.UTF8.GetString(bytes)))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)],
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (name == "BEGIN") { depth.Push(value); if (value == "VEVENT") _events.Add(new ReadEvent()); }
            else if (name == "END") Assert.Equal(depth.Pop(), value);
            else if (depth.Peek() == "VEVENT") _events[^1].Add(name, value);
            else if (depth.Peek() == "VCALENDAR") _properties.Add(name, value);
        }
        Assert.Empty(depth);
    }

    public byte[] Raw { get; }

    public IReadOnlyList<ReadEvent> Events => _events;

    /// <summary>The calendar's own property, with its parameters in its name; null where it has none.</summary>
    public string? this[string property] => _properties.TryGetValue(property, out var value) ? Unescaped(value) : null;

    public ReadEvent Event(string uid) => _events.Single(e => e["UID"] == uid);

    public static IReadOnlyList<string> Unfolded(string text) =>
        [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")[..^1]];

    public static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] != '\\' ? value[i] : value[++i] is 'n' or 'N' ? '\n' : value[i]);
        return text.ToString();
    }
}

public sealed class ReadEvent
{
    readonly Dictionary<string, string> _properties = [];

    /// <summary>A property, with its parameters in its name; null where there is none.</summary>
    public string? this[string property] => _properties.TryGetValue(property, out var value) ? ReadCalendar.Unescaped(value) : null;

    /// <summary>As it stands in the file.</summary>
    public string Escaped(string property) => _properties[property];

    public string? Status => this["STATUS"];
    public string? Summary => this["SUMMARY"];
    public int Sequence => int.Parse(this["SEQUENCE"]!, System.Globalization.CultureInfo.InvariantCulture);

    internal void Add(string name, string value) => _properties.Add(name, value);
}
