using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Sharing;

/// <summary>What the picture says that goes with a shared link (Open Graph, 'og:image'), in the language that is spoken.</summary>
/// <param name="Title">What it is called, in whatever letters.</param>
/// <param name="First">What matters most: when it is, who made it.</param>
/// <param name="Second">What stands below: where it is.</param>
public sealed record ShareCard(string Title, string? First = null, string? Second = null)
{
    /// <summary>In pixels, as networks ask for it.</summary>
    public const int Width = 1200;
    /// <summary>In pixels.</summary>
    public const int Height = 630;

    /// <summary>What is other than it was planned: 'Cancelled'; null where all is well.</summary>
    public string? State { get; init; }

    /// <summary>Whether one cannot come at all.</summary>
    public bool IsOff { get; init; }

    /// <summary>The same for somebody who cannot see the picture.</summary>
    public string Alt => string.Join(T(" · "), new[] { State, Title, First, Second }.Where(s => !string.IsNullOrEmpty(s)).Select(Word));
}
