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

    /// <summary>The tag, unless it is that of the language that is spoken.</summary>
    public static string? Other(string? language) => language == Language.Current.Tag ? null : language;
}
