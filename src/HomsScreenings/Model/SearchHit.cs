namespace HomsScreenings.Model;

/// <summary>A screening that has the words of a search: a row of the database's own full-text search.</summary>
public sealed class SearchHit
{
    public int ScreeningId { get; private set; }
}
