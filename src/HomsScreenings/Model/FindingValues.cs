using NodaTime;

namespace HomsScreenings.Model;

/// <summary>What a screening is found and ordered by; <see cref="Screening"/> says what each of them is.</summary>
public sealed record FindingValues(
    Instant OverAt, long ProgrammeOrder, long LatestOrder, string? Town, string TownKey, string? TownCountry,
    double? Latitude, double? Longitude, Provisions Provisions, string AllLanguages);
