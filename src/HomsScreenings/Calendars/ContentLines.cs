using System.Buffers;
using System.Text;

namespace HomsScreenings.Calendars;

/// <summary>
/// Writes the content lines of iCalendar (RFC 5545, 3.1): the one place that escapes, folds and ends lines.
/// </summary>
sealed class ContentLines(IBufferWriter<byte> output)
{
    /// <summary>Octets, not characters, without the line's end and with the blank that begins a continued line.</summary>
    const int MaxOctets = 75;

    readonly ArrayBufferWriter<byte> _line = new(1024);

    /// <summary>A line that stands as it is.</summary>
    public void Line(ReadOnlySpan<byte> line)
    {
        _line.Write(line);
        End();
    }

    /// <summary>A value that is no text: a date, a number, an address.</summary>
    public void Value(ReadOnlySpan<byte> property, string value)
    {
        Begin(property);
        Encoding.UTF8.GetBytes(value, _line);
        End();
    }

    /// <summary>A text; nothing is written where there is none.</summary>
    public void Text(ReadOnlySpan<byte> property, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Begin(property);
        AppendEscaped(text);
        End();
    }

    /// <summary>Several texts in one line, with commas between.</summary>
    public void Texts(ReadOnlySpan<byte> property, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        Begin(property);
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0) _line.Write(","u8);
            AppendEscaped(texts[i]);
        }
        End();
    }

    void Begin(ReadOnlySpan<byte> property)
    {
        _line.Write(property);
        _line.Write(":"u8);
    }

    // RFC 5545, 3.3.11. Whatever somebody's program may take for the end of a line is one; other control characters
    // are not allowed, and half a surrogate pair becomes the replacement character.
    void AppendEscaped(string text)
    {
        var bytes = _line.GetSpan(text.Length * 3);
        var length = 0;
        var afterReturn = false;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\\' or ';' or ',':
                    bytes[length++] = (byte)'\\';
                    bytes[length++] = (byte)rune.Value;
                    break;
                case '\n' when afterReturn:
                    break;
                case '\n' or '\r' or 0x85 or 0x2028 or 0x2029:
                    bytes[length++] = (byte)'\\';
                    bytes[length++] = (byte)'n';
                    break;
                case '\t':
                    bytes[length++] = (byte)' ';
                    break;
                default:
                    if (!Rune.IsControl(rune)) length += rune.EncodeToUtf8(bytes[length..]);
                    break;
            }
            afterReturn = rune.Value == '\r';
        }
        _line.Advance(length);
    }

    void End()
    {
        var rest = _line.WrittenSpan;
        for (var most = MaxOctets; rest.Length > most; most = MaxOctets - 1)
        {
            var cut = most;
            while (IsInsideCharacter(rest[cut])) cut--;
            output.Write(rest[..cut]);
            output.Write("\r\n "u8);
            rest = rest[cut..];
        }
        output.Write(rest);
        output.Write("\r\n"u8);
        _line.ResetWrittenCount();
    }

    static bool IsInsideCharacter(byte octet) => (octet & 0b1100_0000) == 0b1000_0000;
}
