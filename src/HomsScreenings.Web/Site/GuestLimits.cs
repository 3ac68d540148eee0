using System.Net;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Web.Site;

/// <summary>
/// How much one address and one network may ask for, however slowly they do it. The sums are kept in memory alone, and no
/// longer than a day: who asked from where is nowhere written down.
/// </summary>
public sealed class GuestLimits(int mailsPerDay, int percentOfNetwork, bool confirmsScarceSeats, TimeProvider clock)
{
    const int DefaultMails = 5, DefaultPercent = 25;

    /// <summary>As many seats each network has in any house: a club room is not kept from its neighbours.</summary>
    public const int SeatsInAnyHouse = 20;

    /// <summary>And so many of them without anybody having to follow a link: one large party.</summary>
    public const int UnconfirmedInAnyHouse = 6;

    readonly PeriodSums _mails = new(Duration.FromDays(1), clock), _seats = new(Duration.FromHours(1), clock);

    /// <exception cref="StartupProblem">A setting is none.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        var mails = builder.Configuration.AtLeastOne("Guests:MailsPerDay", DefaultMails);
        var percent = builder.Configuration.AtLeastOne("Guests:SeatsPercentOfNetwork", DefaultPercent);
        // Without a mail server nobody would get the link.
        var confirms = builder.Configuration.IsOn("Guests:ConfirmScarceSeats", builder.Configuration["Mail:Host"] is { Length: > 0 });
        builder.Services.AddSingleton(
            services => new GuestLimits(mails, percent, confirms, services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Counts a mail that a public form sends to an address; false where that would be too many within a day.</summary>
    public bool TryWriteTo(string address) => _mails.TryAdd(Key(address), 1, mailsPerDay);

    /// <summary>No mail was sent after all.</summary>
    public void WroteNothingTo(string address) => _mails.TakeBack(Key(address), 1);

    /// <summary>Counts seats that somebody in a network asks for; false where they would be too many of a house within an hour.</summary>
    public bool TryTake(int screening, IPAddress? client, int seats, int house) =>
        _seats.TryAdd(Key(screening, client), seats, Math.Max(SeatsInAnyHouse, PartOf(house)));

    /// <summary>
    /// Which bookings are to be confirmed by the link in their mail, so that no made-up addresses empty a small house: the last seats,
    /// and whatever a network takes beyond its part.
    /// </summary>
    public LinkConfirmation ConfirmationFor(int screening, IPAddress? client, int house) => !confirmsScarceSeats ? LinkConfirmation.None
        : _seats.Of(Key(screening, client)) > Math.Max(UnconfirmedInAnyHouse, PartOf(house)) ? LinkConfirmation.Always
        : LinkConfirmation.OfLastSeats;

    int PartOf(int house) => house * percentOfNetwork / 100;

    /// <summary>The seats were not given after all.</summary>
    public void TookNone(int screening, IPAddress? client, int seats) => _seats.TakeBack(Key(screening, client), seats);

    // What stands behind a plus sign is the owner's own label (RFC 5233) and leads to the same mailbox: by it anybody could have one
    // mailbox written to without end.
    static string Key(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return (plus > 0 && plus < at ? address.Remove(plus, at - plus) : address).ToUpperInvariant();
    }

    static string Key(int screening, IPAddress? client) => FormattableString.Invariant($"{screening} {GuestLimit.NetworkOf(client)}");
}
