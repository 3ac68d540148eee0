using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Venues;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>
/// How a screening is told: the same words on pages, in calendars and in feeds. What is not known is said as such.
/// </summary>
public static class ScreeningWords
{
    public static string DateUnknown => T("Date to be announced");
    public static string TimeUnknown => T("time to be announced");
    public static string VenueUnknown => T("Venue to be announced");
    public static string NotKnown => T("not known: ask");
    public static string Online => T("Online");
    public static string Screening => T("Film screening");
    public static string SampleSentence => T("Sample: made up to show how the site works. It does not take place.");
    public static string DateUnrecorded => T("Date not recorded");
    public static string TimeUnrecorded => T("time not recorded");
    public static string VenueUnrecorded => T("Venue not recorded");

    /// <summary>'Friday 27 June 2014'.</summary>
    public static string Format(LocalDate date) => DateWords.Format(date, T("dddd d MMMM uuuu"));

    /// <summary>'Friday 27 June': the year where it is not within the coming twelve months. What lasts, as a mail, has it always.</summary>
    public static string Format(LocalDate date, Instant now) =>
        IsNear(date, now) ? DateWords.Format(date, T("dddd d MMMM")) : Format(date);

    /// <summary>'Friday 27 June, 20:30'.</summary>
    public static string Format(LocalDate date, LocalTime? time, Instant now) =>
        time is { } at ? T("{0}, {1}", Format(date, now), Format(at)) : Format(date, now);

    /// <summary>The same for the heading of a page, where a month of two names has both: 'الجمعة ٢٧ حزيران (يونيو)'.</summary>
    public static string FormatInFull(LocalDate date, Instant now) =>
        DateWords.Format(date, IsNear(date, now) ? T("dddd d MMMM") : T("dddd d MMMM uuuu"), bothMonths: true);

    // What is today somewhere may be yesterday by the clock of the world.
    static bool IsNear(LocalDate date, Instant now) =>
        now.InUtc().Date is var today && date >= today.PlusDays(-1) && date < today.PlusYears(1);

    /// <summary>'Friday'.</summary>
    public static string Weekday(LocalDate date) => DateWords.Format(date, "dddd");

    /// <summary>'June 2014'.</summary>
    public static string Month(LocalDate date) => DateWords.Format(date, T("MMMM uuuu"));

    /// <summary>'June', 'June 2014': the month of a day, as <see cref="Format(LocalDate, Instant)"/> has it.</summary>
    public static string Month(LocalDate date, Instant now) => IsNear(date, now) ? DateWords.Format(date, "MMMM") : Month(date);

    /// <summary>'June', 'June 2014': the year where it is not that of the coming twelve months, this one the first of them.</summary>
    public static string MonthName(YearMonth month, Instant now) =>
        DateWords.Format(month.OnDayOfMonth(1), IsNear(month, now) ? "MMMM" : T("MMMM uuuu"));

    /// <summary>The same for a heading, where a month of two names has both.</summary>
    public static string MonthInFull(YearMonth month, Instant now) =>
        DateWords.Format(month.OnDayOfMonth(1), IsNear(month, now) ? "MMMM" : T("MMMM uuuu"), bothMonths: true);

    static bool IsNear(YearMonth month, Instant now) =>
        now.InUtc().Date.ToYearMonth().OnDayOfMonth(1) is var first && month.OnDayOfMonth(1) is var asked
        && asked >= first && asked < first.PlusYears(1);

    /// <summary>'27 June 2014'.</summary>
    public static string FormatShort(LocalDate date) => DateWords.Format(date, T("d MMMM uuuu"));

    /// <summary>'20:30', by the wall of the place.</summary>
    public static string Format(LocalTime time) => DateWords.Format(time, T("HH:mm"));

    /// <summary>The same to five minutes, for what is reckoned and not said by anybody.</summary>
    public static LocalTime About(LocalTime time) => time.PlusMinutes((time.Minute + 2) / 5 * 5 - time.Minute);

    /// <summary>'Friday 27 June 2014, 20:30'.</summary>
    public static string Format(LocalDate date, LocalTime? time) => time is { } at ? T("{0}, {1}", Format(date), Format(at)) : Format(date);

    /// <summary>'Today', 'This weekend', ….</summary>
    public static string Format(DaysAhead days) => days switch
    {
        DaysAhead.Today => T("Today"),
        DaysAhead.Tomorrow => T("Tomorrow"),
        DaysAhead.Weekend => T("This weekend"),
        _ => T("Next week"),
    };

    /// <summary>'Step-free access', 'Hearing loop', ….</summary>
    public static string Format(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => T("Step-free access"),
        AccessNeed.HearingLoop => T("Hearing loop"),
        AccessNeed.Captions => T("Captions"),
        AccessNeed.AudioDescription => T("Audio description"),
        AccessNeed.SignLanguage => T("Sign language"),
        _ => T("Relaxed screening"),
    };

    extension(ScreeningCard card)
    {
        /// <summary>Date and time, or what of them is still to be announced.</summary>
        public string When => card.Date is not { } date ? DateUnknown
            : card.Time is { } time ? Format(date, time) : T("{0}, time to be announced", Format(date));

        /// <summary>What is said in place of anything that is not known: it is to be announced, or nobody wrote it down.</summary>
        public string Unsaid(Instant now) => card.IsOver(now) ? T("Not recorded") : T("To be announced");

        /// <summary>What is said in place of a date: it is to be announced, or nobody wrote it down.</summary>
        public string NoDate(Instant now) => card.IsOver(now) ? DateUnrecorded : DateUnknown;

        /// <summary>What is said in place of a time.</summary>
        public string NoTime(Instant now) => card.IsOver(now) ? TimeUnrecorded : TimeUnknown;

        /// <summary>Date and time, or what of them is to be announced or was not recorded.</summary>
        public string WhenSeen(Instant now) => card.Date is null ? card.NoDate(now)
            : card is { Date: { } date, Time: null } ? card.IsOver(now) ? T("{0}, time not recorded", Format(date, now))
                : T("{0}, time to be announced", Format(date, now))
            : Format(card.Date.Value, card.Time, now);

        /// <summary>What is said in place of a venue.</summary>
        public string NoVenue(Instant now) => card.IsOver(now) ? VenueUnrecorded : card.Where;

        /// <summary>'ICA, Screen 1', or the part of town, or that the venue is to be announced or was not recorded.</summary>
        public string WhereSeen(Instant now) => card.VenueName is { } venue
            ? Together(venue, card.RoomName is { } room ? Unbroken(room) : null)
            : card.Area is not { } area ? card.NoVenue(now)
            : card.IsOver(now) ? T("{0}, venue not recorded", area) : card.Where;

        /// <summary>The clock's time of the end, by the wall of the place; null without a beginning.</summary>
        public LocalTime? Ends => card is { StartsAt: not null, EndsAt: { } end, TimeZone: { } zone }
            ? end.InZone(Time.Zones.Get(zone)).TimeOfDay : null;

        /// <summary>
        /// The short name of the zone on that day: 'BST', or 'UTC+3' where the zone has no name; null without a beginning.
        /// </summary>
        public string? ZoneName => card is { StartsAt: { } start, TimeZone: { } zone } ? ZoneWords.Short(zone, start) : null;

        /// <summary>'ICA, Screen 1', or the part of town, or that the venue is to be announced.</summary>
        public string Where => card.VenueName is { } venue ? Together(venue, card.RoomName)
            : card.Seats is { HidesAddress: true } ? card.Area is { } part ? T("{0}, address given after booking", part)
            : T("Address given after booking")
            : card.Area is { } area ? T("{0}, venue to be announced", area) : VenueUnknown;

        /// <summary>'London', in the language that is spoken; null where it is not known.</summary>
        public string? CityName => card.City is { } city ? PlaceNames.Town(city, card.Country) : null;

        /// <summary>'London, United Kingdom', as far as known; empty where nothing is.</summary>
        public string Town => VenueWords.Town(card.City, card.Region, card.Country);

        /// <summary>'Cancelled', 'Postponed', … for what the title is marked with; null for what simply takes place.</summary>
        public string? StatusMark => card.Status switch
        {
            ScreeningStatus.Draft => T("Draft"),
            ScreeningStatus.Cancelled => T("Cancelled"),
            ScreeningStatus.Postponed => T("Postponed"),
            ScreeningStatus.Rescheduled => T("Rescheduled"),
            ScreeningStatus.MovedOnline => T("Moved online"),
            _ => null,
        };

        /// <summary>What the status means for somebody who wants to come; null for what simply takes place.</summary>
        public string? StatusSentence => card.Status switch
        {
            ScreeningStatus.Draft => T("This is a draft; the public does not see it."),
            ScreeningStatus.Cancelled => T("This screening is cancelled."),
            ScreeningStatus.Postponed => T("This screening is postponed; a new date is to be announced."),
            ScreeningStatus.Rescheduled when card.PreviousDate is { } date =>
                T("This screening has been moved; it was to be on {0}.", Format(date, card.PreviousTime)),
            ScreeningStatus.Rescheduled => T("This screening has been moved."),
            ScreeningStatus.MovedOnline => T("This screening takes place online."),
            _ => null,
        };

        /// <summary>What there is to add to the mark of its status; null where the mark says it all.</summary>
        public string? StatusNote => card.Status switch
        {
            ScreeningStatus.Draft => T("The public does not see it."),
            ScreeningStatus.Postponed => T("A new date is to be announced."),
            ScreeningStatus.Rescheduled when card.PreviousDate is { } date => T("It was to be on {0}.", Format(date, card.PreviousTime)),
            _ => null,
        };

        /// <summary>What it costs, in words; null where nobody has said.</summary>
        public string? AdmissionWords => card.Admission switch
        {
            Admission.Free => T("Free"),
            Admission.PayWhatYouCan => T("Pay what you can"),
            Admission.Ticketed when card.Prices is { } prices => T("Tickets {0}", prices),
            Admission.Ticketed => T("Tickets"),
            Admission.Invitation => T("Invitation only"),
            _ => null,
        };

        string? Prices => card.Currency is not { } currency ? null
            : card is { PriceFrom: { } from, PriceTo: { } to } && from != to
            ? MoneyWords.Range(from, to, currency)
            : (card.PriceFrom ?? card.PriceTo) is { } one ? MoneyWords.Money(one, currency) : null;

        /// <summary>Who introduces it or talks after it: 'With Talal Derki and Kristyan Benedict'; null for nobody known.</summary>
        public string? SpeakersWords => card.Speakers.Count == 0 ? null : T("With {0}", And(card.Speakers.Select(s => s.Name)));

        /// <summary>'Talk with Talal Derki'; where nobody has said that there is one, only who is there; null for nobody known.</summary>
        public string? TalkWords => card is { Speakers.Count: > 0, TalkMinutes: > 0 }
            ? T("Talk with {0}", And(card.Speakers.Select(s => s.Name))) : card.SpeakersWords;

        /// <summary>The provisions for access that are certain, in words.</summary>
        public IEnumerable<string> AccessWords
        {
            get
            {
                if (card.StepFree == Known.Yes) yield return Format(AccessNeed.StepFree);
                if (card.HearingLoop == Known.Yes) yield return Format(AccessNeed.HearingLoop);
                foreach (var provision in card.ProvisionWords) yield return provision;
            }
        }

        /// <summary>Those of them that are the screening's own and not the venue's.</summary>
        public IEnumerable<string> ProvisionWords
        {
            get
            {
                if (card.Captions) yield return Format(AccessNeed.Captions);
                if (card.AudioDescription) yield return Format(AccessNeed.AudioDescription);
                if (card.SignLanguage) yield return Format(AccessNeed.SignLanguage);
                if (card.Relaxed) yield return Format(AccessNeed.Relaxed);
            }
        }
    }

    /// <summary>The same with a capital letter first.</summary>
    public static string Capital(string text) => char.ToUpper(text[0], Language.Current.Culture) + text[1..];
}
