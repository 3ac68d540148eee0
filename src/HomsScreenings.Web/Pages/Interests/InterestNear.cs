using HomsScreenings.Programme;
using HomsScreenings.Web.Guests;

namespace HomsScreenings.Web.Pages.Interests;

/// <summary>What of a film or a series is to come within somebody's reach.</summary>
public sealed record InterestNear(InterestSubject Subject, IReadOnlyList<ScreeningCard> Screenings);
