using HomsScreenings.Mail;
using HomsScreenings.Model;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Bookings.Letters;

/// <summary>Writes the mails to guests: the same mail always gives the same letter.</summary>
public sealed class GuestLetter
{
    readonly GuestMail _mail;
    readonly MailSite _site;
    readonly GuestMailText _facts;
    readonly string _page;

    GuestLetter(GuestMail mail, MailSite site, string token)
    {
        (_mail, _site, _facts) = (mail, site, new GuestMailText(mail));
        _page = site.Address + mail.Language.Path($"/bookings/{token}");
    }

    /// <param name="mail">What it is about.</param>
    /// <param name="site">Who sends it.</param>
    /// <param name="token">What opens the guest's own page.</param>
    public static Letter Write(GuestMail mail, MailSite site, string token) =>
        mail.Language.Speaking(() => new GuestLetter(mail, site, token).Write());

    Letter Write()
    {
        var (subject, parts) = Content();
        return new Letter(_mail.Language, subject, [.. parts], [.. Footer()]);
    }

    (string Subject, IEnumerable<LetterPart> Parts) Content() => _mail.Kind switch
    {
        GuestMailKind.Confirm when _mail.State == BookingState.Lapsed => (T("Not booked: {0}", What), TooLateToConfirm()),
        GuestMailKind.Confirm => (T("Please confirm: {0}", What), Confirm()),
        GuestMailKind.Booked => (T("Booked: {0}", What), Booked()),
        GuestMailKind.Waiting => (T("On the waiting list: {0}", What), Waiting()),
        GuestMailKind.PartyChanged => (T("Your party has changed: {0}", What), PartyChanged()),
        GuestMailKind.Cancelled => (T("Booking cancelled: {0}", What), Cancelled()),
        GuestMailKind.Withdrawn => (T("Booking withdrawn: {0}", What), Withdrawn()),
        GuestMailKind.Offer => (T("Seats for you: {0}", What), Offer()),
        GuestMailKind.OfferLapsed => (T("No longer kept for you: {0}", What), OfferLapsed()),
        GuestMailKind.OffersEnded => (T("No seat became available: {0}", What), OffersEnded()),
        GuestMailKind.Changed => (T("Changed: {0}", What), Changed()),
        GuestMailKind.CalledOff => (IsPostponed ? T("Postponed: {0}", What) : T("Cancelled: {0}", What), CalledOff()),
        GuestMailKind.Reminder => (T("Reminder: {0}", What), Reminder()),
        GuestMailKind.Thanks => (T("How was it? {0}", _mail.Screening.Heading), Thanks()),
        GuestMailKind.AlreadyBooked => (T("You have booked already: {0}", What), AlreadyBooked()),
        _ => (T("An answer to your question: {0}", What), Answer()),
    };

    string What => _facts.InShort;

    bool IsPostponed => _mail.Screening.Status == ScreeningStatus.Postponed;

    int People => _mail.Party.People;

    IEnumerable<LetterPart> Confirm() =>
    [
        new Paragraph(N(People, "One seat is kept for you until {1}. Follow the link to book it; otherwise it goes to somebody else then.",
            "{0} seats are kept for you until {1}. Follow the link to book them; otherwise they go to somebody else then.",
            _facts.Deadline)),
        new Link(T("Confirm the booking"), _page + "/confirm", IsMain: true),
        _facts.Where(party: true),
        .. _facts.AddressLater,
        new Paragraph(T("If it was not you who asked for this, do nothing: without the link nothing is booked.")),
    ];

    IEnumerable<LetterPart> TooLateToConfirm() =>
    [
        new Paragraph(
            T("You wanted to book, and our email with the link could not be sent in time. Nothing was booked, and what was kept for you has been given back. We are sorry.")),
        _facts.Where(party: true),
        new Paragraph(T("If you still want to come, please book again on the page of the screening.")),
        ThePage(),
    ];

    IEnumerable<LetterPart> Booked() =>
    [
        new Paragraph(N(People, "Your seat is booked.", "Your {0} seats are booked.")),
        _facts.Where(party: true, code: true, access: true),
        new Paragraph(T("Show the code at the door, from this email or from your page.")),
        YourBooking(isMain: true),
        .. GiveBack(),
    ];

    IEnumerable<LetterPart> Waiting() =>
    [
        new Paragraph(_mail.Position is { } position
            ? T("All seats are taken for now. You are number {0} on the waiting list.", position)
            : T("All seats are taken for now. You are on the waiting list.")),
        new Paragraph(
            T("As soon as seats for your whole party are available and it is your turn, we write to you. They are then kept for you for a while, so please look at your email.")),
        _facts.Where(party: true),
        .. _facts.AddressLater,
        YourBooking(isMain: true),
        new Link(T("Leave the waiting list"), _page + "/cancel"),
    ];

    IEnumerable<LetterPart> AlreadyBooked() =>
    [
        new Paragraph(_mail.State switch
        {
            BookingState.Waiting => T("You are on the waiting list already."),
            BookingState.Offered =>
                N(People, "A seat is kept for you already, until {1}.",
                    "{0} seats are kept for you already, until {1}.", _facts.Deadline),
            _ => N(People, "You have a seat already.", "You have {0} seats already."),
        }),
        new Paragraph(
            T("Somebody has just booked with your address once more, most likely you. One address books a screening once, so nothing was added. Here is what you have; on your page you can change how many come.")),
        _facts.Where(party: true, code: _mail.HasPlaces, access: _mail.HasPlaces),
        .. _facts.AddressLater,
        YourBooking(isMain: true),
        .. _mail.HasPlaces ? GiveBack() : [],
    ];

    IEnumerable<LetterPart> PartyChanged() =>
    [
        new Paragraph(_mail.HasPlaces ? T("Your booking is now for {0}.", _facts.Party) : T("Your request is now for {0}.", _facts.Party)),
        _facts.Where(party: true, code: _mail.HasPlaces),
        .. _facts.AddressLater,
        YourBooking(isMain: true),
        .. _mail.HasPlaces ? GiveBack() : [],
    ];

    IEnumerable<LetterPart> Cancelled() =>
    [
        new Paragraph(_mail.HadPlaces
            ? T("You have given your seats back. Thank you for saying so: somebody else can have them now.")
            : T("You are no longer on the waiting list.")),
        _facts.Where(party: true),
        new Paragraph(T("Should you want to come after all, you can book again on the page of the screening.")),
        ThePage(),
    ];

    IEnumerable<LetterPart> Withdrawn() =>
    [
        new Paragraph(_mail.HadPlaces
            ? T("The organisers have withdrawn your booking. Your seats are no longer kept.")
            : T("The organisers have taken you off the waiting list.")),
        _facts.Where(party: true),
        .. _mail.ReplyTo is null ? (IEnumerable<LetterPart>)[]
            : [new Paragraph(T("If you want to know why, answer this email: it goes to the organisers."))],
        ThePage(),
    ];

    IEnumerable<LetterPart> Offer() =>
    [
        new Paragraph(N(People, "A seat is available, and it is your turn. It is kept for you until {1}.",
            "{0} seats are available, and it is your turn. They are kept for you until {1}.", _facts.Deadline)),
        new Link(T("Take the seats"), _page + "/accept", IsMain: true),
        _facts.Where(party: true),
        .. _facts.AddressLater,
        new Paragraph(
            T("What is not taken by then is offered to the next on the list. If you cannot come, please say so now: then they need not wait.")),
        new Link(T("Cancel seats"), _page + "/cancel"),
    ];

    IEnumerable<LetterPart> OfferLapsed() =>
    [
        new Paragraph(
            T("Seats were kept for you, and the time to take them has passed. They are now offered to the next on the waiting list.")),
        _facts.Where(party: true),
        new Paragraph(T("If you still want to come, you can put your name down again on the page of the screening.")),
        ThePage(),
    ];

    IEnumerable<LetterPart> OffersEnded() =>
    [
        new Paragraph(T("You are on the waiting list, and no seats became available for you.")),
        new Paragraph(T("No more seats are offered before it begins. Returned seats go to those who come to the door.")),
        _facts.Where(party: true),
        .. _facts.AddressLater,
        YourBooking(isMain: true),
    ];

    IEnumerable<LetterPart> Changed() =>
    [
        new Paragraph(T("Something has changed. Here is what is true now, beside what you knew.")),
        .. _mail is { DetailsBefore: { } before, DetailsNow: { } now } && before.TellsOtherRules(now) ? (IEnumerable<LetterPart>)
            [new Paragraph(
                T("The time on the clocks there is as it was; it is the rules for these clocks that have changed. Please look whether your calendar shows the right hour."))] : [],
        _facts.Where(party: true, code: _mail.HasPlaces, changes: GuestChanges.Of(_mail)),
        .. _facts.AddressLater,
        new Paragraph(_mail.HasPlaces
            ? T("Your booking stands as it is, and if you can come you need do nothing.")
            : T("Your turn stays as it is, and if you can come you need do nothing.")),
        YourBooking(isMain: true),
        .. _mail.HasPlaces ? GiveBack() : [],
    ];

    IEnumerable<LetterPart> CalledOff() =>
    [
        new Paragraph(IsPostponed ? T("This screening does not take place on its day: it is postponed.")
            : T("This screening is cancelled: it does not take place.")),
        .. _mail.Screening.StatusReason is { } reason ? (IEnumerable<LetterPart>)[new Quote(T("The organisers say:"), reason)] : [],
        new Paragraph(IsPostponed
            ? T("Your seats, or your turn on the waiting list, are kept. We write to you as soon as there is a new date, and you can give them up at any time.")
            : T("You need do nothing, and we are sorry.")),
        _facts.Was(),
        IsPostponed ? YourBooking() : ThePage(),
    ];

    IEnumerable<LetterPart> Reminder() =>
    [
        new Paragraph(N(People, "It is soon: your seat is kept for you.", "It is soon: your {0} seats are kept for you.")),
        _facts.Where(party: true, code: true, access: true),
        new Paragraph(T("Show the code at the door, from this email or from your page.")),
        YourBooking(isMain: true),
        .. GiveBack(),
    ];

    IEnumerable<LetterPart> Thanks() =>
    [
        new Paragraph(T("You had booked for {0}. Thank you. How was it for you?", _mail.Screening.Heading)),
        new Paragraph(T("It is one question. The organisers read the answer without your name and address.")),
        new Link(T("Answer"), _page + "/feedback", IsMain: true),
    ];

    IEnumerable<LetterPart> Answer() =>
    [
        new Quote(T("You asked:"), _mail.Question ?? ""),
        new Quote(T("The organisers answer:"), _mail.Answer ?? ""),
        _facts.Where(party: true, code: _mail.HasPlaces),
        YourBooking(isMain: true),
    ];

    Link YourBooking(bool isMain = false) => new(T("Your booking"), _page, isMain);

    Link ThePage() => new(T("The screening’s page"), _site.Address + _mail.Language.Path($"/screenings/{_mail.Screening.Slug}"));

    // Nearly half of all free seats stay empty where nobody asks for them back.
    IEnumerable<LetterPart> GiveBack() =>
    [
        new Paragraph(T("If you cannot come, please give your seats back, even at the last moment: somebody else would be glad of them.")),
        new Link(T("Cancel seats"), _page + "/cancel"),
    ];

    IEnumerable<LetterPart> Footer()
    {
        yield return new Paragraph(T("You get this email because you booked at {0}, or somebody did so with your address.", _site.Name));
        yield return new Paragraph(_mail.KeepDays == 0
            ? T("Your address, and what else you told us, is forgotten the morning after the screening; from your page you can have it erased at once.")
            : N(_mail.KeepDays,
                "Your address, and what else you told us, is forgotten {0} day after the screening; from your page you can have it erased at once.",
            "Your address, and what else you told us, is forgotten {0} days after the screening; from your page you can have it erased at once."));
        if (_mail.ReplyTo is not null && _mail.Screening.OrganisationName is { } organisation)
            yield return new Paragraph(T("If you answer this email, it goes to {0}.", organisation));
        yield return new Link(T("Your page"), _page);
        if (_mail.CanBeStopped) yield return new Link(T("No more reminders"), _page + "/unsubscribe");
    }
}
