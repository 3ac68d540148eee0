using HomsScreenings.Model;
using HomsScreenings.Pictures;
using HomsScreenings.Records;

namespace HomsScreenings.Sharing;

/// <summary>The photograph behind the words, and whose it is.</summary>
public sealed record SharePhoto(PictureFile File, string? Credit)
{
    /// <summary>The first still or view of a house, else the first poster; null where there is none.</summary>
    /// <param name="pictures">Those that the public may see, in their order.</param>
    public static SharePhoto? Of(IEnumerable<PictureLine> pictures) => pictures
        .Where(p => p.Role is PictureRole.Still or PictureRole.Venue or PictureRole.Poster)
        .OrderBy(p => p.Role == PictureRole.Poster)
        .Select(p => new SharePhoto(p.File, p.Credit)).FirstOrDefault();
}
