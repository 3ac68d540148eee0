namespace HomsScreenings.Web.Mail;

/// <summary>
/// How many of the mails that go to very many may leave now, so that no provider takes this site for a sender of spam: what a minute
/// allows is spread over it, and what was not used in the last few seconds is lost. One process sends at a time, so it is kept here.
/// </summary>
/// <param name="perMinute">How many may leave in a minute; at least one.</param>
/// <param name="clock">Says how much time has passed.</param>
public sealed class BulkAllowance(int perMinute, TimeProvider clock)
{
    static readonly TimeSpan Remembers = TimeSpan.FromSeconds(10);

    readonly double _most = Math.Max(1, perMinute * Remembers.TotalMinutes);
    double _left = Math.Max(1, perMinute * Remembers.TotalMinutes);
    long _at = clock.GetTimestamp();

    /// <summary>Takes one.</summary>
    /// <returns>False where none may leave now.</returns>
    public bool TryTake()
    {
        var now = clock.GetTimestamp();
        _left = Math.Min(_most, _left + (perMinute * clock.GetElapsedTime(_at, now).TotalMinutes));
        _at = now;
        if (_left < 1) return false;
        _left--;
        return true;
    }
}
