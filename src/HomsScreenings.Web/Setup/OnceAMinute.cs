namespace HomsScreenings.Web.Setup;

/// <summary>Keeps what goes wrong every few seconds from filling the log.</summary>
sealed class OnceAMinute(TimeProvider clock)
{
    DateTimeOffset? _last;

    /// <summary>Whether it is time to say it (again).</summary>
    public bool IsTime()
    {
        var now = clock.GetUtcNow();
        if (now - _last < TimeSpan.FromMinutes(1)) return false;
        _last = now;
        return true;
    }
}
