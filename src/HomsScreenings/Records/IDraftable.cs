namespace HomsScreenings.Records;

/// <summary>
/// A record that begins as a draft, which is at the desk alone. It becomes public by hand, or by itself with the first
/// public screening or film that names it, and stays so until it is taken back by hand.
/// </summary>
public interface IDraftable : IRecord
{
    /// <summary>Shows it to the public.</summary>
    void Publish();

    /// <summary>Takes it back to the desk. Whoever calls it has made sure that nothing public names it.</summary>
    void Unpublish();
}
