using System.Collections.Immutable;

namespace HomsScreenings.Bookings.Reports;

/// <summary>The answers to the one question afterwards: how many gave a 1, a 2, … a 5.</summary>
/// <param name="Ones">Answers of 1, 'not for me'.</param>
/// <param name="Fives">Answers of 5, 'it moved me'.</param>
public sealed record SurveyRatings(int Ones, int Twos, int Threes, int Fours, int Fives)
{
    public static SurveyRatings None { get; } = new(0, 0, 0, 0, 0);

    public int Count => Ones + Twos + Threes + Fours + Fives;

    /// <summary>From 1 to 5; null where nobody answered.</summary>
    public decimal? Average => Count == 0 ? null : (Ones + (2m * Twos) + (3m * Threes) + (4m * Fours) + (5m * Fives)) / Count;

    /// <summary>The percentage of those who answered 4 or 5 among all who answered; null where nobody did.</summary>
    public decimal? LikedPercent => Count == 0 ? null : 100m * (Fours + Fives) / Count;

    /// <summary>How many gave each answer, from 1 to 5.</summary>
    public ImmutableArray<int> Each => [Ones, Twos, Threes, Fours, Fives];

    public static SurveyRatings operator +(SurveyRatings some, SurveyRatings more) =>
        new(some.Ones + more.Ones, some.Twos + more.Twos, some.Threes + more.Threes, some.Fours + more.Fours, some.Fives + more.Fives);
}
