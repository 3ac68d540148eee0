namespace HomsScreenings.Model;

/// <summary>Which bookings stand only once the link in their mail was followed, beside those of screenings whose rules say so.</summary>
public enum LinkConfirmation { None, OfLastSeats, Always }

/// <summary>What a guest asks for.</summary>
/// <param name="Key">The key of the form, unique for each form that was opened.</param>
/// <param name="Email">Where to write; checked by the draft.</param>
/// <param name="Party">Who comes.</param>
/// <param name="Language">BCP 47 tag of the language in which they are written to.</param>
/// <param name="Name">Only if they wish.</param>
/// <param name="AccessNeeds">In their own words.</param>
public sealed record BookingRequest(string Key, string Email, Party Party, string Language, string? Name = null, string? AccessNeeds = null)
{
    /// <summary>How long what guests write may be, in characters.</summary>
    public const int MaxText = 2_000;

    /// <summary>Whether it is to be confirmed though the rules of the screening do not say so.</summary>
    public LinkConfirmation Confirmation { get; init; }
}
