using NodaTime;

namespace HomsScreenings.Interests;

/// <summary>How long the site knows who registered interest.</summary>
public sealed class InterestOptions
{
    public const int DefaultUnconfirmedDays = 7, DefaultKeepDays = 365, MaxDays = 3650;

    /// <summary>How long it is known that somebody was told.</summary>
    public static readonly Duration ToldFor = Duration.FromDays(30);

    /// <summary>Days that the owner of an address has to confirm; from 1 on.</summary>
    public int UnconfirmedDays { get; init; } = DefaultUnconfirmedDays;

    /// <summary>Days after the confirmation until it is forgotten that somebody waits; from 1 on.</summary>
    public int KeepDays { get; init; } = DefaultKeepDays;
}
