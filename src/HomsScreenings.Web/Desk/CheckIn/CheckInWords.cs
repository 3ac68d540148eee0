using System.Globalization;
using System.Text.Json;

namespace HomsScreenings.Web.Desk.CheckIn;

/// <summary>What the door says: the same sentences whether the page says them or the script, which takes them from the page.</summary>
public sealed record CheckInWords
{
    public static readonly CheckInWords Said = new();

    public string NoneIn { get; } = "Not in yet";
    public string OneIn { get; } = "In";
    public string AllIn { get; } = "All {0} in";
    public string SomeIn { get; } = "{0} of {1} in";
    public string Unknown { get; } = "Unknown code: no booking has {0}. Look for the name.";
    public string Gone { get; } = "No longer good: the booking with the code {0} was cancelled or has lapsed.";
    public string Already { get; } = "Already in: {0}, {1}.";
    public string Waits { get; } = "On the waiting list, without a place: {0}, {1}.";
    public string Expected { get; } = "Expected: {0}, {1}.";
    public string Welcome { get; } = "Come in: {0}, {1}.";
    public string Undone { get; } = "Undone: {0}.";
    public string OtherDevice { get; } = "Another device let them in: {0}. That can be changed here once there is a connection.";
    public string OtherWalkIns { get; } =
        "Other devices have counted {0} of those. It can go no lower here: lower it where it was counted.";
    public string WalkInsNow { get; } = "Walk-ins: {0}.";
    public string NothingWaits { get; } = "Joined up. All devices see the same.";
    public string OneWaits { get; } = "1 tick waits to be sent.";
    public string ManyWait { get; } = "{0} ticks wait to be sent.";
    public string NoConnection { get; } = "No connection. Go on: what is ticked stays on this device, and is sent later.";
    public string SignedOut { get; } = "You are signed out. What is ticked stays on this device:";
    public string Trouble { get; } = "The site does not answer as it should. Go on: it is tried again.";
    public string NotHere { get; } =
        "This screening is not at this address any more, or not yours to keep. Ask an organiser before you close this page.";
    public string NoStorage { get; } = "This browser keeps nothing for this site: do not close the page while ticks wait.";
    public string NoCamera { get; } = "The camera could not be opened. Type the code instead.";
    public string NoScanner { get; } =
        "This browser cannot read codes by camera: type the code or the name. Chrome on Android can.";
    public string ClockIsOff { get; } =
        "The date or the time of this device is wrong. Put it right, or this list may be missing when there is no connection.";
    public string OneFound { get; } = "1 found.";
    public string ManyFound { get; } = "{0} found.";
    public string NobodyFound { get; } = "Nobody here has that name, address or code.";

    /// <summary>How many of a party are in.</summary>
    public string In(CheckInGuest guest) => guest.Arrived <= 0 ? NoneIn
        : guest.Arrived < guest.People ? Fill(SomeIn, guest.Arrived, guest.People)
        : guest.Arrived == 1 ? OneIn : Fill(AllIn, guest.Arrived);

    public string LetAllIn(int people) => people == 1 ? OneIn : Fill(AllIn, people);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static string Fill(string sentence, params ReadOnlySpan<object> parts)
    {
        for (var i = 0; i < parts.Length; i++)
            sentence = sentence.Replace($"{{{i}}}", Convert.ToString(parts[i], CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return sentence;
    }
}
