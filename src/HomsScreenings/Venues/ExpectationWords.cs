using HomsScreenings.Model;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Venues;

/// <summary>What may be expected, a sentence for each thing; what nobody has said is not told.</summary>
public static class ExpectationWords
{
    extension(Expectations known)
    {
        /// <summary>The sentences but for whom to ask and the notes, which are in somebody's own words.</summary>
        public IEnumerable<string> Sentences => new[]
        {
            Said(known.WithoutAdverts, T("The film starts without adverts."), T("There are adverts before the film.")),
            Said(known.StartsOnTime, T("It starts on time."), T("It may start a little later than announced.")),
            Said(known.NumberedSeats, T("Seats are numbered."), T("Seats are not numbered.")),
            Said(known.AdmitsLatecomers, T("Latecomers are let in."), T("Latecomers are not let in.")),
            Said(known.CafeOrBar, T("There is a café or bar."), T("There is no café or bar.")),
            Said(known.QuietSpace, T("There is a quiet space."), T("There is no quiet space.")),
            known.MinimumAge switch
            {
                null => null,
                0 => T("All ages are welcome."),
                { } age => N(age, "From the age of {0} on.", "From the age of {0} on."),
            },
        }.OfType<string>();
    }

    static string? Said(Known known, string yes, string no) => known switch { Known.Yes => yes, Known.No => no, _ => null };
}
