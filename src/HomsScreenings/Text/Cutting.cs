namespace HomsScreenings.Text;

public static class Cutting
{
    /// <summary>
    /// The beginning of a text, at most so many UTF-16 units of it and never half of a character: half of one is no text,
    /// and PostgreSQL takes it in no column.
    /// </summary>
    public static string CutTo(this string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The same with a sign that there was more.</summary>
    public static string CutWithEllipsis(this string text, int most) => text.Length <= most ? text : text.CutTo(most) + '…';
}
