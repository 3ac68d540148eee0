using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>The way through a list of several pages.</summary>
/// <param name="Of">What the pages are of: 'the programme'.</param>
/// <param name="Address">The address of the page with the number given.</param>
public sealed record Pager(string Of, PageNumber Number, bool HasNext, Func<int, string> Address)
{
    /// <summary>Addresses of a list without filters.</summary>
    public static Func<int, string> Plain(string path) => page => page > 1 ? $"{path}?page={page}" : path;
}
