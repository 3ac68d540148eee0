using HomsScreenings.Records;
using HomsScreenings.Text;
using NodaTime;

namespace HomsScreenings.Model;

// Derived for queries alone: written by ProgrammeIndex with every save that they rest on, by nobody else, and no part
// of the history. They answer 'which, in what order, where' from one table and its indexes.
public sealed partial class Screening
{
    /// <summary>The instant from which it counts as over (<see cref="ProgrammeOrders.OverAt"/>).</summary>
    public Instant OverAt { get; private set; } = ProgrammeOrders.Never;

    static readonly Rule<Func<Screening, Instant, bool>> OverRule = new((s, now) => s.OverAt <= now);

    /// <summary>Whether it is over, as far as was known when it was last read from the database.</summary>
    [Rule(nameof(OverRule))]
    public bool IsOver(Instant now) => OverRule.Run(this, now);

    /// <summary>Its place in the order of the programme: by day and time, no time last in the day, no date last of all.</summary>
    public long ProgrammeOrder { get; private set; } = ProgrammeOrders.Undated;
    /// <summary>Its place in the order of what was shown: the latest first, no time last in the day, no date last of all.</summary>
    public long LatestOrder { get; private set; } = ProgrammeOrders.Undated;
    /// <summary>The venue's city, or its own.</summary>
    public string? Town { get; private set; }
    /// <summary>The town in <see cref="Text.SearchKey"/> form; empty where none is known.</summary>
    public string TownKey { get; private set; } = "";
    /// <summary>ISO 3166-1 alpha-2 code of the venue's country, or its own.</summary>
    public string? TownCountry { get; private set; }
    /// <summary>What it offers that can be asked for: its own provisions and its venue's.</summary>
    public Provisions Provisions { get; private set; }
    /// <summary>All languages that are heard or read there, its films' included, in the form in which they are searched.</summary>
    public string AllLanguages { get; private set; } = "";
    /// <summary>Degrees north: the venue's, or else its town's; null where neither is known.</summary>
    public double? Latitude { get; private set; }
    /// <summary>Degrees east.</summary>
    public double? Longitude { get; private set; }

    /// <summary>Sets them for a row that has not been written yet; what is in the database ProgrammeIndex writes there.</summary>
    internal void SetFindingValues(FindingValues values)
    {
        (OverAt, ProgrammeOrder, LatestOrder) = (values.OverAt, values.ProgrammeOrder, values.LatestOrder);
        (Town, TownKey, TownCountry) = (values.Town, values.TownKey, values.TownCountry);
        (Latitude, Longitude) = (values.Latitude, values.Longitude);
        (Provisions, AllLanguages) = (values.Provisions, values.AllLanguages);
    }
}
