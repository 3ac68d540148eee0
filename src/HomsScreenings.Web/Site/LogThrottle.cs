namespace HomsScreenings.Web.Site;

/// <summary>Keeps what goes wrong every few seconds from filling the log.</summary>
sealed class LogThrottle(TimeProvider clock)
{
    DateTimeOffset? _last;

    /// <summary>Whether it is time to say it (again).</summary>
    public bool ShouldLog()
    {
        var now = clock.GetUtcNow();
        if (now >= _last && now - _last < TimeSpan.FromMinutes(1)) return false; // a clock that went back begins anew
        _last = now;
        return true;
    }
}
