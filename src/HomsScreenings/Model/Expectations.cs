using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>What somebody who comes may expect there, beside how to get in.</summary>
/// <param name="WithoutAdverts">The film starts without adverts before it.</param>
/// <param name="StartsOnTime">It starts at the time that is announced.</param>
/// <param name="NumberedSeats">Each seat is somebody's.</param>
/// <param name="AdmitsLatecomers">Who comes late is let in.</param>
/// <param name="CafeOrBar">There is something to drink.</param>
/// <param name="QuietSpace">There is a room to withdraw to.</param>
/// <param name="MinimumAge">In years; 0 where all ages are welcome, null where nobody has said.</param>
/// <param name="AskFor">Whom to ask for there: a role rather than a person.</param>
/// <param name="Notes">What else is good to know.</param>
public sealed record Expectations(Known WithoutAdverts, Known StartsOnTime, Known NumberedSeats, Known AdmitsLatecomers,
    Known CafeOrBar, Known QuietSpace, int? MinimumAge, string? AskFor, string? Notes)
{
    public const int MaxAge = 99;

    public static Expectations Unknown { get; } = new(default, default, default, default, default, default, null, null, null);

    /// <summary>What holds at a screening: its own, and where it says nothing what holds at the venue; the notes are its own.</summary>
    /// <param name="venue">What holds at the venue; null where there is none.</param>
    public Expectations Over(Expectations? venue) => venue is null ? this : new(Own(WithoutAdverts, venue.WithoutAdverts),
        Own(StartsOnTime, venue.StartsOnTime), Own(NumberedSeats, venue.NumberedSeats), Own(AdmitsLatecomers, venue.AdmitsLatecomers),
        Own(CafeOrBar, venue.CafeOrBar), Own(QuietSpace, venue.QuietSpace), MinimumAge ?? venue.MinimumAge, AskFor ?? venue.AskFor, Notes);

    static Known Own(Known own, Known venues) => own == Known.Unknown ? venues : own;
}

/// <summary>A venue, of which something may be expected as a rule, or a screening, where it differs.</summary>
public interface IHasExpectations
{
    Known WithoutAdverts { get; set; }
    Known StartsOnTime { get; set; }
    Known NumberedSeats { get; set; }
    Known AdmitsLatecomers { get; set; }
    Known CafeOrBar { get; set; }
    Known QuietSpace { get; set; }
    int? MinimumAge { get; set; }
    string? AskFor { get; set; }
    string? ExpectationNotes { get; set; }
}

public static class ExpectationColumns
{
    extension(IHasExpectations place)
    {
        public Expectations Expectations => new(place.WithoutAdverts, place.StartsOnTime, place.NumberedSeats, place.AdmitsLatecomers,
            place.CafeOrBar, place.QuietSpace, place.MinimumAge, place.AskFor, place.ExpectationNotes);

        public void SetExpectations(Expectations wanted)
        {
            (place.WithoutAdverts, place.StartsOnTime, place.NumberedSeats) =
                (wanted.WithoutAdverts, wanted.StartsOnTime, wanted.NumberedSeats);
            (place.AdmitsLatecomers, place.CafeOrBar, place.QuietSpace) =
                (wanted.AdmitsLatecomers, wanted.CafeOrBar, wanted.QuietSpace);
            (place.MinimumAge, place.AskFor, place.ExpectationNotes) = (wanted.MinimumAge, wanted.AskFor, wanted.Notes);
        }
    }

    internal static void HasExpectations<T>(this EntityTypeBuilder<T> table) where T : class, IHasExpectations
    {
        foreach (var fact in new[] { nameof(IHasExpectations.WithoutAdverts), nameof(IHasExpectations.StartsOnTime),
            nameof(IHasExpectations.NumberedSeats), nameof(IHasExpectations.AdmitsLatecomers), nameof(IHasExpectations.CafeOrBar),
            nameof(IHasExpectations.QuietSpace) })
        {
            table.IsOneOf<T, Known>(fact);
            table.Property<Known>(fact).HasDefaultValue(Known.Unknown).ValueGeneratedNever(); // of what was there before
        }
        table.Property(e => e.AskFor).HasMaxLength(Lengths.Name);
        table.Property(e => e.ExpectationNotes).HasMaxLength(Lengths.Text);
        table.Never("age_of_nobody", $"\"MinimumAge\" < 0 OR \"MinimumAge\" > {Expectations.MaxAge}");
    }
}
