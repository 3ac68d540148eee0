using HomsScreenings.Text;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Desk;

/// <summary>What is looked for in a list of the desk, which page of it is shown, and how many rows there are in all.</summary>
/// <param name="Path">The address of the list.</param>
public sealed record DeskSearch(string Path, string? Query, PageNumber Number, int Total, string One, string Many)
{
    public const int PageSize = 50;
    const int MaxCharacters = 200;

    public static IReadOnlyList<string> Words(string? query) => SearchKey.Words(query?.CutTo(MaxCharacters));

    public bool HasPrevious => Number.Value > 1;
    public bool HasNext => Number.HasNext(Total, PageSize);
    public string CountWords => Total == 1 ? $"1 {One}" : $"{Total} {Many}";

    public string AddressOf(int page)
    {
        var parts = new[] { Query is null ? null : $"q={Uri.EscapeDataString(Query)}", page > 1 ? $"page={page}" : null }.OfType<string>()
            .ToList();
        return parts.Count == 0 ? Path : $"{Path}?{string.Join('&', parts)}";
    }
}
