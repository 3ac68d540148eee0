using HomsScreenings.Records;

namespace HomsScreenings.Model;

/// <summary>A film in a screening, in its place in the order.</summary>
public sealed class ScreeningFilm : IPart
{
    public int Id { get; private set; }
    public int ScreeningId { get; private set; }
    public Screening Screening { get; private set; } = null!;
    public int FilmId { get; set; }
    public Film Film { get; set; } = null!;
    /// <summary>The cut that is shown; null for the one that the film is reckoned with.</summary>
    public int? RunningTimeId { get; set; }
    public RunningTime? RunningTime { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Screening), ScreeningId);

    /// <summary>How long it runs here, as far as known. Needs the film's running times loaded.</summary>
    public int? Minutes => RunningTime?.Minutes ?? Film.RunningTimes.OrderBy(r => r.Position).FirstOrDefault()?.Minutes;
}

/// <summary>Somebody who introduces the film or talks after it.</summary>
public sealed class Speaker : IPart
{
    public int Id { get; private set; }
    public int ScreeningId { get; private set; }
    public Screening Screening { get; private set; } = null!;
    public int PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Screening), ScreeningId);
}
