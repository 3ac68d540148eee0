namespace HomsScreenings.Text.Languages;

/// <summary>
/// A text as it is told here and now: in the language that is spoken where somebody has worded it so, else as it was
/// written.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="OtherLanguage">Its language (BCP 47), where that is not the one that is spoken.</param>
public sealed record LocalizedText(string Text, string? OtherLanguage)
{
    /// <param name="worded">The text in the language that is spoken; null where there is none.</param>
    /// <param name="written">The text as it was written.</param>
    /// <param name="language">The language in which it was written.</param>
    public static LocalizedText? Of(string? worded, string? written, string? language) =>
        worded is not null ? new(worded, null) : written is not null ? new(written, Other(language)) : null;

    /// <summary>A text that is written once, in a language that nobody names.</summary>
    public static LocalizedText Written(string text) => new(text, LanguageOf(text));

    /// <summary>
    /// The language of a text that is written once and of which nobody says in what, by its letters: Latin ones are English as all that
    /// has no translation, Arabic ones the language of the site that is written so.
    /// </summary>
    /// <returns>Its tag; null where it is the one that is spoken, or cannot be told.</returns>
    public static string? LanguageOf(string? text)
    {
        if (text is null) return null;
        var (latin, arabic) = (text.Count(char.IsAsciiLetter), text.Count(c => c is >= '\u0600' and <= '\u06FF'));
        if (latin == arabic || latin + arabic < text.Count(char.IsLetter) / 2) return null;
        if (latin > arabic) return Other(Language.English.Tag);
        return Language.Current.IsRightToLeft ? null : Other(Language.All.FirstOrDefault(l => l.IsRightToLeft)?.Tag);
    }

    /// <summary>The tag, unless it is that of the language that is spoken.</summary>
    public static string? Other(string? language) => language == Language.Current.Tag ? null : language;
}
