using System.Globalization;
using System.Text.Encodings.Web;
using HomsScreenings.Films;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Pictures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>
/// Shows a picture that is kept here: &lt;photo file="…" text="…" shape="poster" sizes="…"&gt;. The browser chooses width and
/// format; until it has come its mean colour stands there, and where it is cut its focus stays in view.
/// </summary>
[HtmlTargetElement("photo", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhotoTagHelper(HtmlEncoder html, ShownRecords shown) : TagHelper
{
    /// <summary>The picture; without one there is the drawing, or nothing.</summary>
    public PictureFile? File { get; set; }

    /// <summary>The slug of which a drawing is made where there is no picture.</summary>
    public string? OrDrawn { get; set; }

    /// <summary>The title that is set into the drawing.</summary>
    public string? DrawnTitle { get; set; }

    /// <summary>The year that is set into the drawing.</summary>
    public string? DrawnYear { get; set; }

    /// <summary>What it shows; null where that stands beside it, or where it is decorative.</summary>
    public LocalizedText? Text { get; set; }

    /// <summary>How it is cut: 'poster' (2:3), 'still' (16:9), 'square', or 'whole'.</summary>
    public string Shape { get; set; } = "whole";

    /// <summary>
    /// How wide it is shown, as the attribute 'sizes' of HTML has it; two thirds of that in 'vw', for the screens of phones are finer
    /// than one sees in a picture, and their connections slow.
    /// </summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>The largest width that is offered, in pixels.</summary>
    public int MaxWidth { get; set; } = 1920;

    /// <summary>Whether it is shown at the desk, where one sees what the public may not see yet.</summary>
    public bool Desk { get; set; }

    /// <summary>Whether it is seen first, and so is fetched first.</summary>
    public bool First { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (File is not { } file)
        {
            output.SuppressOutput();
            if (OrDrawn is { } slug) output.PostElement.SetHtmlContent(Poster.Svg(slug, DrawnTitle, DrawnYear));
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Create(CultureInfo.InvariantCulture,
            $"photo photo-{Shape}{(file.IsUpright ? " is-upright" : "")} at-x-{Nearest(file.FocusX)} at-y-{Nearest(file.FocusY)}"));
        var widths = file.Widths.Where(w => w <= MaxWidth).DefaultIfEmpty(file.Widths[0]).ToList();
        output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture,
            $"<svg aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\" fill=\"{file.Colour}\"/></svg><picture>"));
        foreach (var (format, type) in PictureStore.Formats.Where(f => f.Key != "jpg"))
            output.Content.AppendHtml($"<source type=\"{type}\" srcset=\"{Sources(file, widths, format)}\" sizes=\"{Sizes}\">");
        var language = Text?.OtherLanguage is { } other ? $" lang=\"{html.Encode(other)}\"" : "";
        var when = First ? " fetchpriority=\"high\"" : " loading=\"lazy\"";
        output.Content.AppendHtml($"<img src=\"{Address(file, widths[widths.Count / 2], "jpg")}\" srcset=\"{Sources(file, widths, "jpg")}\" ")
            .AppendHtml(string.Create(CultureInfo.InvariantCulture, $"sizes=\"{Sizes}\" width=\"{file.Width}\" height=\"{file.Height}\" "))
            .AppendHtml($"alt=\"{html.Encode(Text?.Text ?? "")}\"{language}{when} decoding=\"async\"></picture>");
    }

    string Sources(PictureFile file, IEnumerable<int> widths, string format) =>
        string.Join(", ", widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"{Address(file, w, format)} {w}w")));

    string Address(PictureFile file, int width, string format) =>
        $"{(Desk || shown.IsPreview ? "/organise" : "")}/media/{PictureStore.NameOf(file.Hash, width, format)}";

    // The stylesheet has a class for every tenth of the way: pages hold no style of their own.
    static int Nearest(int percent) => (int)Math.Round(percent / 10.0, MidpointRounding.AwayFromZero) * 10;
}
