using System.ComponentModel;
using HomsScreenings.Model;

namespace HomsScreenings.Web.Endpoints.Api;

[Description("What somebody who comes may expect; null where nobody has said.")]
sealed record ApiExpectations(bool? WithoutAdverts, bool? StartsOnTime, bool? NumberedSeats, bool? AdmitsLatecomers, bool? CafeOrBar,
    bool? QuietSpace, [property: Description("In years; 0 where all ages are welcome.")] int? MinimumAge,
    [property: Description("Whom to ask for there.")] string? AskFor, string? Notes)
{
    public static ApiExpectations Of(Expectations known) => new(ApiWords.Said(known.WithoutAdverts), ApiWords.Said(known.StartsOnTime),
        ApiWords.Said(known.NumberedSeats), ApiWords.Said(known.AdmitsLatecomers), ApiWords.Said(known.CafeOrBar),
        ApiWords.Said(known.QuietSpace), known.MinimumAge, known.AskFor, known.Notes);
}
