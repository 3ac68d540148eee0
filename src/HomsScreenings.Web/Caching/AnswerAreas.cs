using HomsScreenings.Records;
using HomsScreenings.Storage;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// The areas on which the answer under way rests beside those of its policy: an area of one record is known only once the
/// record has been found.
/// </summary>
public sealed class AnswerAreas(Versions versions)
{
    readonly List<SeenVersion> _seen = [];

    /// <summary>The areas that were named, each with the number that it had then.</summary>
    public IReadOnlyList<SeenVersion> Seen => _seen;

    /// <summary>Names an area, before anything of it is read.</summary>
    public void RestOn(Area area) => _seen.Add(versions.Of(area).See());
}
