using HomsScreenings.Films;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>The picture at the top of a film or a screening, or the drawing in its place, and the trailer that it leads to.</summary>
/// <param name="File">The picture; null for the drawing.</param>
/// <param name="Text">What it shows.</param>
/// <param name="Slug">Of which the drawing is made.</param>
/// <param name="Title">What is set into the drawing.</param>
/// <param name="IsPoster">Whether it is shown in the shape of a poster.</param>
public sealed record BillPicture(
    PictureFile? File, LocalizedText? Text, string Slug, string Title, int? Year, bool IsPoster, Trailer? Trailer)
{
    public string? DrawnYear => Year is { } year ? Number(year) : null;
    public string Shape => IsPoster ? "poster" : "still";
}
