using System.Text;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>One request as it is sent, and as it is told of afterwards.</summary>
/// <param name="Route">To which it belongs.</param>
/// <param name="Who">Which of the people sends it.</param>
sealed record FuzzRequest(string Route, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body,
    string? ContentType, int Who)
{
    const int MaxTold = 600;

    public override string ToString()
    {
        var told = $"{Method} {Target} by {Who}{string.Concat(Headers.Select(h => $" {h.Name}: {h.Value}"))}"
            + (Body is null ? "" : $" {ContentType} {Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 4 * MaxTold)))}");
        return told.Length > 4 * MaxTold ? $"{told[..(4 * MaxTold)]}… ({Target.Length} + {Body?.Length})" : told;
    }
}
