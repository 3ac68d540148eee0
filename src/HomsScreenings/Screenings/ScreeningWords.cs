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
    public const string DateUnrecorded = "Date not recorded";
    public const string TimeUnrecorded = "time not recorded";
    public const string VenueUnrecorded = "Venue not recorded";

    /// <summary>'Friday 27 June 2014'.</summary>
    public static string Say(LocalDate date) => LongDate.Format(date);

    /// <summary>'Friday'.</summary>
    public static string Weekday(LocalDate date) => date.ToString("dddd", English);

    /// <summary>'June 2014'.</summary>
    public static string Month(LocalDate date) => date.ToString("MMMM uuuu", English);

    /// <summary>'27 June 2014'.</summary>
    public static string SayShort(LocalDate date) => date.ToString("d MMMM uuuu", English);

    /// <summary>'20:30', by the wall of the place.</summary>
    public static string Say(LocalTime time) => Clock.Format(time);

    /// <summary>'Friday 27 June 2014, 20:30'.</summary>
    public static string Say(LocalDate date, LocalTime? time) => time is { } at ? $"{Say(date)}, {Say(at)}" : Say(date);

    /// <summary>'Step-free access', 'Hearing loop', ….</summary>
    public static string Say(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => "Step-free access",
        AccessNeed.HearingLoop => "Hearing loop",
        AccessNeed.Captions => "Captions",
        AccessNeed.AudioDescription => "Audio description",
        AccessNeed.SignLanguage => "Sign language",
        _ => "Relaxed screening",
    };

    extension(ScreeningCard card)
    {
        /// <summary>Date and time, or what of them is still to be announced.</summary>
        public string When => card.Date is not { } date ? DateUnknown
            : card.Time is { } time ? Say(date, time) : $"{Say(date)}, {TimeUnknown}";

        /// <summary>What is said in place of anything that is not known: it is to be announced, or nobody wrote it down.</summary>
        public string Unsaid(Instant now) => card.IsOver(now) ? "Not recorded" : "To be announced";

        /// <summary>What is said in place of a date: it is to be announced, or nobody wrote it down.</summary>
        public string NoDate(Instant now) => card.IsOver(now) ? DateUnrecorded : DateUnknown;

        /// <summary>What is said in place of a time.</summary>
        public string NoTime(Instant now) => card.IsOver(now) ? TimeUnrecorded : TimeUnknown;

        /// <summary>Date and time, or what of them is to be announced or was not recorded.</summary>
        public string WhenSeen(Instant now) => card is { Date: { } date, Time: null } ? $"{Say(date)}, {card.NoTime(now)}"
            : card.Date is null ? card.NoDate(now) : card.When;

        /// <summary>What is said in place of a venue.</summary>
        public string NoVenue(Instant now) => card.IsOver(now) ? VenueUnrecorded : VenueUnknown;

        /// <summary>'ICA, Screen 1', or the part of town, or that the venue is to be announced or was not recorded.</summary>
        public string WhereSeen(Instant now) => card.VenueName is not null ? card.Where
            : card.Area is { } area ? $"{area}; {Lower(card.NoVenue(now))}" : card.NoVenue(now);

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
                if (card.StepFree == Venues.Known.Yes) yield return Say(AccessNeed.StepFree);
                if (card.HearingLoop == Venues.Known.Yes) yield return Say(AccessNeed.HearingLoop);
                foreach (var provision in card.ProvisionWords) yield return provision;
            }
        }

        /// <summary>Those of them that are the screening's own and not the venue's.</summary>
        public IEnumerable<string> ProvisionWords
        {
            get
            {
                if (card.Captions) yield return Say(AccessNeed.Captions);
                if (card.AudioDescription) yield return Say(AccessNeed.AudioDescription);
                if (card.SignLanguage) yield return Say(AccessNeed.SignLanguage);
                if (card.Relaxed) yield return Say(AccessNeed.Relaxed);
            }
        }
    }

    /// <summary>'A', 'A and B', 'A, B and C'.</summary>
    public static string And(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} and {list[^1]}";
    }

    /// <summary>'1 screening', '3 screenings'.</summary>
    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : string.Create(CultureInfo.InvariantCulture, $"{number} {thing}s");

    /// <summary>'12.50', '4'.</summary>
    public static string Money(decimal amount) => amount.ToString(amount == Math.Truncate(amount) ? "0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>The same with a capital letter first.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
