using System.Text;

namespace HomsScreenings.Web.Site;

/// <summary>The query string of a request as a header can hold it.</summary>
static class QueryText
{
    /// <summary>With all escaped that a client sent as it was, and that no header takes: control characters, other scripts.</summary>
    public static string ToHeaderText(this QueryString query)
    {
        var text = new StringBuilder();
        foreach (var sign in query.ToUriComponent().EnumerateRunes())
            if (sign.Value is > ' ' and < '\u007f') text.Append((char)sign.Value);
            else text.Append(Uri.EscapeDataString($"{sign}"));
        return $"{text}";
    }
}
