using HomsScreenings.Model;

namespace HomsScreenings.Bookings;

/// <summary>How the desk calls what a booking is.</summary>
public static class BookingStates
{
    public static string Label(BookingState state) => state switch
    {
        BookingState.Unconfirmed => "Not confirmed yet",
        BookingState.Booked => "Booked",
        BookingState.Waiting => "Waiting",
        BookingState.Offered => "Offered",
        BookingState.Cancelled => "Cancelled",
        _ => "Lapsed",
    };
}
