using System.ComponentModel;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>A part of a list, and where the next is.</summary>
[Description("A part of a list.")]
sealed record ApiPage<T>(
    [property: Description("At most 'limit' of them.")] IReadOnlyList<T> Items,
    [property: Description("The address of the next part, with the same filters; null at the end.")] string? Next);

/// <summary>What a list can be read on from.</summary>
interface IListed
{
    /// <summary>Its number in the database, by which lists are read on; told to nobody.</summary>
    int Id { get; }
}
