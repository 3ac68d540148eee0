using HomsScreenings.Records;
using HomsScreenings.Sharing;

namespace HomsScreenings.Web.Sharing;

/// <summary>All that one picture rests on: the same sheet gives the same picture.</summary>
/// <param name="Card">What is said on it.</param>
/// <param name="SiteName">What the site is called in the same language.</param>
/// <param name="IsRightToLeft">How the language is written.</param>
/// <param name="DrawnFrom">The slug of which the drawing is made that stands behind the words where there is no photograph.</param>
public sealed record ShareSheet(ShareCard Card, string SiteName, bool IsRightToLeft, string DrawnFrom)
{
    /// <summary>The photograph behind the words; null for the drawing.</summary>
    public ShareGroundPhoto? Photo { get; init; }

    /// <summary>Where the words stand, and the photograph.</summary>
    public ShareLayout Layout => new(Photo?.File, IsRightToLeft);
}

/// <summary>A photograph that is kept here, as one of its JPEG files.</summary>
public sealed record ShareGroundPhoto(byte[] Jpeg, PictureFile File, string? Credit);
