
namespace HomsScreenings.Model;

public sealed partial class Screening
{
    string? _bookingUrl;

    /// <summary>How one gets a place.</summary>
    public BookingWay Booking { get; private set; }

    /// <summary>Where else places are given away; with it they are not given away here.</summary>
    public string? BookingUrl
    {
        get => _bookingUrl;
        set
        {
            _bookingUrl = value;
            if (value is not null) Booking = BookingWay.External;
            else if (Booking == BookingWay.External) Booking = BookingWay.None;
        }
    }

    /// <summary>By what rules the seats are given away here; null where they never were.</summary>
    public SeatRules? Seats { get; private set; }

    /// <summary>One just comes.</summary>
    public void WelcomeWalkIns() => (BookingUrl, Booking) = (null, BookingWay.WalkIn);

    /// <summary>Nothing is said about booking. Rules that there were stay, for bookings rest on them.</summary>
    public void SayNothingOfBooking() => (BookingUrl, Booking) = (null, BookingWay.None);

    /// <summary>Gives the seats away here. Needs the former rules loaded, where there are any.</summary>
    public void GiveAwaySeats(Action<SeatRules> rules) => Revise(() =>
    {
        (BookingUrl, Booking) = (null, BookingWay.Seats);
        rules(Seats ??= new SeatRules());
    });

    /// <summary>
    /// Gives the seats away here by the rules of another screening; when booking opens there says nothing about this one.
    /// </summary>
    public void GiveAwaySeatsBy(SeatRules rules)
    {
        GiveAwaySeats(_ => { });
        Seats = rules.Copy();
        Seats.OpensAt = null;
    }
}
