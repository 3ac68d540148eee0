using HomsScreenings.Model;

namespace HomsScreenings.Web.Desk.CheckIn;

/// <summary>What the door says to a code that somebody typed.</summary>
public static class TypedCode
{
    /// <summary>The sentence; null where no code was typed. A name of eight letters is a code only where somebody has it.</summary>
    /// <param name="sheet">Who is expected.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="isFound">Whether somebody was found by it in another way.</param>
    public static string? ReplyTo(this CheckInSheet sheet, string? typed, bool isFound)
    {
        if (typed is null || BookingCode.Read(typed) is not { Length: BookingCode.Length } code) return null;
        var (said, words) = (BookingCode.Format(code), CheckInWords.Said);
        if (sheet.Guests.FirstOrDefault(g => g.Code == code) is { } guest)
            return CheckInWords.Fill(guest.Arrived >= guest.People ? words.Already : guest.Waits ? words.Waits : words.Expected,
                guest.Name, guest.Party);
        if (sheet.Gone.Contains(code)) return CheckInWords.Fill(words.Gone, said);
        return !isFound && typed.Any(char.IsAsciiDigit) ? CheckInWords.Fill(words.Unknown, said) : null;
    }
}
