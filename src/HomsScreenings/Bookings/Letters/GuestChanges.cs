using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Programme;
using HomsScreenings.Text;
using HomsScreenings.Time;
using NodaTime;
using NodaTime.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Bookings.Letters;

/// <summary>What is otherwise than a guest knew it, old beside new, and nothing else.</summary>
public static class GuestChanges
{
    public static IReadOnlyList<Fact> Of(GuestMail mail) => mail is { DetailsBefore: { } before, DetailsNow: { } now }
        ? mail.Language.Speaking<IReadOnlyList<Fact>>(() => [.. Between(Known(mail, before), Known(mail, now), mail.Names)]) : [];

    // Who has no place is told the part of town, before and now.
    static AnnouncedDetails Known(GuestMail mail, AnnouncedDetails facts) => mail.HasPlaces ? facts : facts with { Address = null };

    static IEnumerable<Fact> Between(AnnouncedDetails before, AnnouncedDetails now, SpokenNames names)
    {
        if (before.Fate != now.Fate) yield return new Fact(T("Status"), Status(now), Status(before));
        if (before.TellsOtherRules(now)) yield return new Fact(T("When"), WithOffset(now), WithOffset(before));
        else if (before.TellsOtherTime(now)) yield return new Fact(T("When"), When(now), When(before));
        if (before.TellsOtherPlace(now)) yield return new Fact(T("Where"), Where(now, names), Where(before, names));
        if (before.TellsOtherFilms(now)) yield return new Fact(T("What"), Listed(now.Films), Listed(before.Films));
        if (before.TellsOtherSpeakers(now)) yield return new Fact(T("Guests on stage"), Speakers(now, names), Speakers(before, names));
    }

    static string Status(AnnouncedDetails facts) => facts.Fate switch
    {
        ScreeningStatus.Cancelled => T("Cancelled"),
        ScreeningStatus.Postponed => T("Postponed"),
        _ => T("It takes place"),
    };

    static string When(AnnouncedDetails facts) => facts switch
    {
        { OnDate: null } => ScreeningWords.DateUnknown,
        { OnDate: { } date, AtTime: { } time, TimeZone: { } zone } =>
            MomentWords.Format(date, time, zone, WallTime.ToInstant(date + time, Zones.Get(zone), facts.SecondTime)),
        { OnDate: { } date, AtTime: { } time } => ScreeningWords.Format(date, time),
        { OnDate: { } date } => T("{0}, time to be announced", ScreeningWords.Format(date)),
    };

    // The words on the wall are the same; how far they are from UTC is what has changed.
    static string WithOffset(AnnouncedDetails facts)
    {
        if (facts is not { OnDate: { } date, AtTime: { } time, AtInstant: { } start }) return When(facts);
        var offset = Offset.FromTicks((date + time).InUtc().ToInstant().ToUnixTimeTicks() - start.ToUnixTimeTicks());
        return T("{0} ({1})", ScreeningWords.Format(date, time), $"UTC{OffsetPattern.CreateWithInvariantCulture("+HH:mm").Format(offset)}");
    }

    static string Where(AnnouncedDetails facts, SpokenNames names)
    {
        if (facts.Status == ScreeningStatus.MovedOnline)
            return facts.OnlineUrl is { } url ? T("{0}: {1}", ScreeningWords.Online, url) : ScreeningWords.Online;
        var town = facts.City is { } city ? PlaceNames.Town(city, null) : null;
        var known = Listed(names.Venue(facts), facts.Room, facts.Address, facts.Area, town);
        return known.Length > 0 ? known : ScreeningWords.VenueUnknown;
    }

    static string Speakers(AnnouncedDetails facts, SpokenNames names) =>
        facts.Speakers.Count > 0 ? Listed(names.Speakers(facts)) : T("nobody");
}

/// <summary>A moment with its zone, for a mail is read anywhere.</summary>
static class MomentWords
{
    /// <summary>'Saturday 27 June 2026, 20:30 BST', by the clocks of that zone; without one in UTC.</summary>
    public static string Format(Instant moment, string? timeZone)
    {
        var zone = timeZone ?? "Etc/UTC";
        var local = moment.InZone(Zones.Get(zone));
        return Format(local.Date, local.TimeOfDay, zone, moment);
    }

    public static string Format(LocalDate date, LocalTime time, string timeZone, Instant moment) =>
        T("{0}, {1}", ScreeningWords.Format(date), T("{0} {1}", ScreeningWords.Format(time), ZoneWords.Short(timeZone, moment)));
}
