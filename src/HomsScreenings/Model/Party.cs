namespace HomsScreenings.Model;

/// <summary>Who comes together: it is booked as a whole or not at all.</summary>
/// <param name="People">All of them.</param>
/// <param name="Wheelchairs">How many of them take a wheelchair place.</param>
/// <param name="Companions">How many of them sit on the companion's place beside one.</param>
public sealed record Party(int People, int Wheelchairs = 0, int Companions = 0)
{
    /// <summary>Which places it takes.</summary>
    public SeatCounts Places => new(People - Wheelchairs - Companions, Wheelchairs, Companions);
}

/// <summary>Places of the three kinds, each counted apart.</summary>
/// <param name="Seats">Ordinary seats.</param>
/// <param name="Wheelchairs">Places for a wheelchair.</param>
/// <param name="Companions">Places beside those.</param>
public sealed record SeatCounts(int Seats, int Wheelchairs, int Companions)
{
    public static SeatCounts operator -(SeatCounts all, SeatCounts taken) =>
        new(all.Seats - taken.Seats, all.Wheelchairs - taken.Wheelchairs, all.Companions - taken.Companions);

    public static SeatCounts operator +(SeatCounts some, SeatCounts more) =>
        new(some.Seats + more.Seats, some.Wheelchairs + more.Wheelchairs, some.Companions + more.Companions);

    /// <summary>Places of all kinds together.</summary>
    public int Sum => Seats + Wheelchairs + Companions;

    /// <summary>Whether there is no place of any kind.</summary>
    public bool AreNone => Seats <= 0 && Wheelchairs <= 0 && Companions <= 0;

    /// <summary>Whether all of what is asked for is here; of what is not asked for there may be none, or fewer.</summary>
    public bool Hold(SeatCounts wanted) =>
        Enough(Seats, wanted.Seats) && Enough(Wheelchairs, wanted.Wheelchairs) && Enough(Companions, wanted.Companions);

    static bool Enough(int there, int wanted) => wanted <= 0 || there >= wanted;
}
