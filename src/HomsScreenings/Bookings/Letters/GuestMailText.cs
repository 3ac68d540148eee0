using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Bookings.Letters;

/// <summary>The facts of a screening and a booking in the words of a mail; the language is spoken by the caller.</summary>
sealed class GuestMailText(GuestMail mail)
{
    readonly ScreeningCard _card = mail.AnnouncedScreening;

    /// <summary>'Return to Homs, 27 June, 20:30': for a subject.</summary>
    public string InShort => _card switch
    {
        { Date: { } date, Time: { } time } =>
            T("{0}, {1}", _card.Heading, T("{0}, {1}", DateWords.Format(date, T("d MMMM")), ScreeningWords.Format(time))),
        { Date: { } date } => T("{0}, {1}", _card.Heading, DateWords.Format(date, T("d MMMM"))),
        _ => _card.Heading,
    };

    /// <summary>'4 people, 1 in a wheelchair, 1 companion'.</summary>
    public string Party => Format(mail.Party);

    /// <summary>Until when places are kept.</summary>
    public string Deadline => mail.HeldUntil is { } until ? MomentWords.Format(until, _card.TimeZone) : "";

    /// <summary>What, when, where; and who comes, with what code. What has changed comes first.</summary>
    public FactTable Where(bool party = false, bool code = false, bool access = false, IReadOnlyList<Fact>? changes = null)
    {
        var rows = new List<Fact> { new(T("What"), _card.Heading), new(T("When"), _card.WhenWithZone), new(T("Where"), Place) };
        if (_card.SpeakersWords is { } speakers) rows.Add(new(T("Guests on stage"), speakers));
        if (access) rows.Add(new(T("Access"), string.Join(T("; "), _card.AccessFacts)));
        if (party) rows.Add(new(T("People"), Party));
        if (code && mail.Code is { } it) rows.Add(new(T("Code for the door"), LeftToRight(BookingCode.Format(it))));
        return changes is null ? new FactTable(rows)
            : new FactTable([.. changes, .. rows.Where(r => changes.All(c => c.Label != r.Label))]);
    }

    /// <summary>What it would have been.</summary>
    public FactTable Was() =>
        new([new(T("What"), _card.Heading), new(T("It was to be"), _card.WhenWithZone),
            new(T("Where"), _card.Location ?? ScreeningWords.VenueUnknown)]);

    /// <summary>Said only where the exact address is kept for those who have a place.</summary>
    public IEnumerable<LetterPart> AddressLater =>
        mail.HidesAddress ? [new Paragraph(T("The exact address is told to those who have a seat."))] : [];

    string Place => _card.Status == ScreeningStatus.MovedOnline
        ? _card.OnlineUrl is { } url ? T("{0}: {1}", ScreeningWords.Online, url) : ScreeningWords.Online
        : _card.Location ?? ScreeningWords.VenueUnknown;

    static string Format(Party party) => Listed(
        N(party.People, "{0} person", "{0} people"),
        party.Wheelchairs > 0 ? N(party.Wheelchairs, "{0} of them in a wheelchair", "{0} of them in wheelchairs") : null,
        party.Companions > 0 ? N(party.Companions, "{0} of them a companion", "{0} of them companions") : null);

    // Two groups of figures change places in a line that goes from right to left (Unicode Standard Annex 9, 2.2).
    static string LeftToRight(string code) => Language.Current.IsRightToLeft ? $"\u2066{code}\u2069" : code;
}
