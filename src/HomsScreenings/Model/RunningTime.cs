using HomsScreenings.Records;

namespace HomsScreenings.Model;

/// <summary>How long a film runs, says a source; where sources differ, each has its row. With a name it is a cut of its own.</summary>
public sealed class RunningTime : IPart
{
    public int Id { get; private set; }
    public int FilmId { get; private set; }
    public Film Film { get; private set; } = null!;
    public required int Minutes { get; set; }
    /// <summary>The name of the cut: 'Festival cut', 'Television version'.</summary>
    public string? Cut { get; set; }
    /// <summary>Who says so.</summary>
    public string? Source { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Film), FilmId);
}
