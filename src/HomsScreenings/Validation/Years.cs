using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace HomsScreenings.Validation;

/// <summary>
/// The years in which films are made and shown: one range for the forms of the desk, for programme files and for the
/// database, so that whatever one of them takes the others take too.
/// </summary>
public static class Years
{
    /// <summary>The year of Roundhay Garden Scene, the oldest film that there is.</summary>
    public const int First = 1888;

    /// <summary>Far enough for every plan, and near enough to notice a slip of the finger.</summary>
    public const int Last = 2999;

    /// <summary>
    /// How far ahead the programme may be asked about: a period that is to have no end is asked for with a year like this.
    /// </summary>
    public const int LastAskedAbout = 9000;

    static readonly Instant FirstMoment = Instant.FromUtc(First, 1, 1, 0, 0) - Duration.FromDays(1),
        EndOfTime = Instant.FromUtc(Last + 1, 1, 1, 0, 0) + Duration.FromDays(1);

    public static bool Has(int year) => year is >= First and <= Last;

    public static bool Has(LocalDate date) => Has(date.Year);

    /// <summary>
    /// The same for a moment. On New Year's Eve another year has begun somewhere else, so a day more counts on both sides.
    /// </summary>
    public static bool Has(Instant moment) => moment >= FirstMoment && moment < EndOfTime;

    /// <summary>Whether the programme may be asked what there is in that year.</summary>
    public static bool CanBeAskedAbout(int year) => year is >= First and <= LastAskedAbout;
}

/// <summary>A year as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class YearAttribute : RangeAttribute
{
    public YearAttribute() : base(Years.First, Years.Last) => ErrorMessage = "{0} is a number from {1} to {2}.";
}

/// <summary>A day in a year in which there are films. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DayAttribute() : ValidationAttribute(Sentence)
{
    public const string Sentence = "The date lies before the first film ever, or too far ahead.";

    public override bool IsValid(object? value) => value is null || Years.Has(((DateOnly)value).Year);
}
