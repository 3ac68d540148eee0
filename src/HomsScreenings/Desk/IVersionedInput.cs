namespace HomsScreenings.Desk;

/// <summary>What somebody types about a record that others may be editing too.</summary>
public interface IVersionedInput
{
    /// <summary>The version of the record from which the form was filled; 0 for a new one.</summary>
    int Version { get; set; }
}
