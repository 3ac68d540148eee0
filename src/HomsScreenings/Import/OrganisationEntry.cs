namespace HomsScreenings.Import;

/// <summary>An organisation in a programme file.</summary>
public sealed record OrganisationEntry : IPicturedEntry
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public string? About { get; init; }
    public string? Website { get; init; }
    public string? PublicEmail { get; init; }
    public IReadOnlyList<PictureEntry>? Pictures { get; init; }
}
