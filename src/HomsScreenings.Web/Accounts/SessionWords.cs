using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Web.Accounts;

/// <summary>Moments of sessions and events as people read them, the same for everybody.</summary>
public static class SessionWords
{
    static readonly InstantPattern Pattern = InstantPattern.Create("d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>'29 November 2026, 20:15', by UTC.</summary>
    public static string At(Instant at) => Pattern.Format(at);
}
