using NodaTime;

namespace HomsScreenings.Records;

/// <summary>
/// A record of the programme: something with an address of its own that visitors can see. Saving one raises the
/// version of the programme, its own version and its time of change, and writes what was changed into the history.
/// </summary>
public interface IRecord : IShown
{
    Area IShown.ShownIn => Area.Programme;
    int Id { get; }
    string Slug { get; set; }
    /// <summary>Rises with each save; a form sends back the one it was filled from, so that nobody overwrites unseen.</summary>
    int Version { get; set; }
    Instant ChangedAt { get; set; }
    /// <summary>Whether the public may see it; an organisation is public from the moment it is saved.</summary>
    bool IsPublic => true;
}

/// <summary>A row that is shown only as a part of a record: changing it changes the record.</summary>
public interface IPart : IShown
{
    Area IShown.ShownIn => Area.Programme;
    (Type Record, int Id) PartOf { get; }
}

/// <summary>A record that the members of one organisation look after; without one, the editors of the site do.</summary>
public interface IOwned
{
    int? OrganisationId { get; }
}
