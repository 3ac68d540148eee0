namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>What may not be in any answer, whatever was asked.</summary>
static class FuzzOracle
{
    static readonly string[] Private = ["organise", "account", "bookings", "setup"];

    /// <returns>What is wrong with an answer; null where it is as it should be.</returns>
    public static string? ProblemOf(FuzzRequest request, Answer answer)
    {
        var type = answer.Header("Content-Type") ?? "";
        var isPrivate = Private.Any(p => request.Target.Contains(p, StringComparison.OrdinalIgnoreCase));
        if (answer.Status is >= 500 and not 501) return $"{answer.Status}";
        if ((type.Contains("html", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal))
            && answer.Bytes.AsSpan().IndexOf("<x-fuzz>"u8) >= 0) return "Markup comes back as it was sent";
        if (answer.Header(Mutation.Header) is not null) return "What was sent makes a header";
        if (answer.Location is { } location && (!location.StartsWith('/') || location.StartsWith("//", StringComparison.Ordinal)
            || location.StartsWith("/\\", StringComparison.Ordinal))) return "The answer leads to another site";
        if (!isPrivate && answer.Header("Set-Cookie") is not null) return "A public page sets a cookie";
        if (IsBelow(request.Target) && answer.Header("Cache-Control")?.Contains("public", StringComparison.Ordinal) == true)
            return "A private page may be kept by caches";
        // What the server itself refuses never gets to the program.
        if (answer.Status is 400 or 414 or 431) return null;
        if (answer.Header("X-Content-Type-Options") != "nosniff") return "The kind of content may be guessed";
        if (type.StartsWith("text/html", StringComparison.Ordinal)
            && answer.Header("Content-Security-Policy") is null) return "A page has no policy";
        return null;
    }

    // What leads out again is below nothing.
    static bool IsBelow(string target) => !target.Contains("..", StringComparison.Ordinal)
        && Private.Any(p => target.StartsWith($"/{p}", StringComparison.Ordinal)
            || target.StartsWith($"/ar/{p}", StringComparison.Ordinal));
}
