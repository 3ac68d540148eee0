using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HomsScreenings.Model;

/// <summary>From what age on a film may be seen, says a board. In the database those of a film are one short text.</summary>
/// <param name="Country">Where it holds, ISO 3166-1 alpha-2.</param>
/// <param name="Board">'BBFC'.</param>
/// <param name="Rating">'15'.</param>
public sealed record AgeRating(string Country, string Board, string Rating)
{
    /// <summary>Characters of a board's name and of a rating.</summary>
    public const int MaxLength = 40;

    /// <summary>How many a film may have.</summary>
    public const int Max = 12;

    /// <summary>Characters of all of them.</summary>
    public const int MaxLengthOfAll = Max * (Lengths.Country + MaxLength * 2 + 3);

    /// <summary>'BBFC 15 (GB)'.</summary>
    public override string ToString() => $"{Board} {Rating} ({Country})";
}

// A line for each, a tab between its parts: neither can be typed into a field of one line.
sealed class AgeRatingsConverter() : ValueConverter<List<AgeRating>, string>(
    ratings => string.Join('\n', ratings.Select(r => $"{r.Country}\t{r.Board}\t{r.Rating}")),
    stored => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', StringSplitOptions.None))
        .Select(parts => new AgeRating(parts[0], parts[1], parts[2])).ToList());

sealed class AgeRatingsComparer() : ValueComparer<List<AgeRating>>(
    (one, other) => one!.SequenceEqual(other!),
    ratings => ratings.Count,
    ratings => ratings.ToList());
