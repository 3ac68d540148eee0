using System.Globalization;
using HomsScreenings.Text;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Screenings;

/// <summary>
/// How a screening is told: the same words on pages, in calendars and in feeds. What is not known is said as such.
/// </summary>
public static class ScreeningWords
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    static readonly LocalDatePattern LongDate = LocalDatePattern.Create("dddd d MMMM uuuu", English);
    static readonly LocalTimePattern Clock = LocalTimePattern.Create("HH:mm", English);

    public const string DateUnknown = "Date to be announced";
    public const string TimeUnknown = "time to be announced";
    public const string VenueUnknown = "Venue to be announced";
    public const string NotKnown = "not known: ask";
    public const string Online = "Online";
    public const string Screening = "Film screening";
    public const string SampleSentence = "Sample: made up to show how the site works. It does not take place.";

    /// <summary>'Friday 27 June 2014'.</summary>
    public static string Say(LocalDate date) => LongDate.Format(date);

    /// <summary>'20:30', by the wall of the place.</summary>
    public static string Say(LocalTime time) => Clock.Format(time);

    /// <summary>'Friday 27 June 2014, 20:30'.</summary>
    public static string Say(LocalDate date, LocalTime? time) => time is { } at ? $"{Say(date)}, {Say(at)}" : Say(date);

    extension(ScreeningCard card)
    {
        /// <summary>Date and time, or what of them is still to be announced.</summary>
        public string When => card.Date is not { } date ? DateUnknown
            : card.Time is { } time ? Say(date, time) : $"{Say(date)}, {TimeUnknown}";

        /// <summary>The clock's time of the end, by the wall of the place; null without a beginning.</summary>
        public LocalTime? Ends => card is { StartsAt: not null, EndsAt: { } end, TimeZone: { } zone }
            ? end.InZone(Time.Zones.Get(zone)).TimeOfDay : null;

        /// <summary>The short name of the zone on that day: 'BST', or 'UTC+3' where the zone has no name; null without a beginning.</summary>
        public string? ZoneName => card is { StartsAt: { } start, TimeZone: { } zone } ? ZoneWords.Short(zone, start) : null;

        /// <summary>'ICA, Screen 1', or the part of town, or that the venue is to be announced.</summary>
        public string Where => card.VenueName is { } venue ? (card.RoomName is { } room ? $"{venue}, {room}" : venue)
            : card.Area is { } area ? $"{area}; {Lower(VenueUnknown)}" : VenueUnknown;

        /// <summary>'London, United Kingdom', as far as known; empty where nothing is.</summary>
        public string Town => string.Join(", ", new[] { card.City, card.Region, card.Country is { } code ? CountryCodes.Name(code) : null }.Where(p => p is not null));

        /// <summary>'Cancelled', 'Postponed', … for what the title is marked with; null for what simply takes place.</summary>
        public string? StatusMark => card.Status switch
        {
            ScreeningStatus.Draft => "Draft",
            ScreeningStatus.Cancelled => "Cancelled",
            ScreeningStatus.Postponed => "Postponed",
            ScreeningStatus.Rescheduled => "Rescheduled",
            ScreeningStatus.MovedOnline => "Moved online",
            _ => null,
        };

        /// <summary>What the status means for somebody who wants to come; null for what simply takes place.</summary>
        public string? StatusSentence => card.Status switch
        {
            ScreeningStatus.Draft => "This is a draft; the public does not see it.",
            ScreeningStatus.Cancelled => "This screening is cancelled.",
            ScreeningStatus.Postponed => "This screening is postponed; a new date is to be announced.",
            ScreeningStatus.Rescheduled when card.PreviousDate is { } date => $"This screening has been moved; it was to be on {Say(date, card.PreviousTime)}.",
            ScreeningStatus.Rescheduled => "This screening has been moved.",
            ScreeningStatus.MovedOnline => "This screening takes place online.",
            _ => null,
        };

        /// <summary>What it costs, in words; null where nobody has said.</summary>
        public string? AdmissionWords => card.Admission switch
        {
            Admission.Free => "Free",
            Admission.PayWhatYouCan => "Pay what you can",
            Admission.Ticketed when card.Prices is { } prices => $"Tickets {prices}",
            Admission.Ticketed => "Tickets",
            Admission.Invitation => "By invitation",
            _ => null,
        };

        string? Prices => card.Currency is not { } currency ? null
            : card is { PriceFrom: { } from, PriceTo: { } to } && from != to ? $"{Money(from)}–{Money(to)} {currency}"
            : (card.PriceFrom ?? card.PriceTo) is { } one ? $"{Money(one)} {currency}" : null;

        /// <summary>Who introduces it or talks after it: 'With Talal Derki and Kristyan Benedict'; null for nobody known.</summary>
        public string? SpeakersWords => card.Speakers.Count == 0 ? null : $"With {And(card.Speakers.Select(s => s.Name))}";

        /// <summary>The provisions for access that are certain, in words.</summary>
        public IEnumerable<string> AccessWords
        {
            get
            {
                if (card.StepFree == Venues.Known.Yes) yield return "Step-free access";
                if (card.HearingLoop == Venues.Known.Yes) yield return "Hearing loop";
                foreach (var words in card.ProvisionWords) yield return words;
            }
        }

        /// <summary>What the screening itself provides, whatever its venue does.</summary>
        public IEnumerable<string> ProvisionWords
        {
            get
            {
                if (card.Captions) yield return "Captions";
                if (card.AudioDescription) yield return "Audio description";
                if (card.SignLanguage) yield return "Sign language";
                if (card.Relaxed) yield return "Relaxed screening";
            }
        }
    }

    /// <summary>'A', 'A and B', 'A, B and C'.</summary>
    public static string And(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }

    static string Money(decimal amount) => amount.ToString(amount == Math.Truncate(amount) ? "0" : "0.00", CultureInfo.InvariantCulture);

    static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
