using System.Globalization;
using System.Text;
using QRCoder;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>
/// An address as a square that a phone reads off a wall (ISO/IEC 18004), error correction M: it bears a fold or a drop
/// of rain. With the quiet zone of four modules around it that readers need.
/// </summary>
static class QrCode
{
    /// <summary>The drawing as an SVG element of one path, without a text alternative: the address stands beside it.</summary>
    public static string Svg(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix; // the quiet zone is part of it
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" focusable=\"false\"><path d=\"");
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x]) x++;
                if (x > start) svg.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
            }
        return svg.Append("\"/></svg>").ToString();
    }
}
