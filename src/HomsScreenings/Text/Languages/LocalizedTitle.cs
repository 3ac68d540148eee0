namespace HomsScreenings.Text.Languages;

/// <summary>What a film or a person is called: first in the language that is spoken, and the other title or name beneath it.</summary>
/// <param name="First">The one that leads.</param>
/// <param name="FirstLanguage">Its language (BCP 47), where that is not the one that is spoken.</param>
/// <param name="Other">The one beneath; null where there is no other.</param>
/// <param name="OtherLanguage">Its language (BCP 47); empty where nobody knows, as HTML's lang has it.</param>
/// <param name="OtherIsOriginal">Whether the one beneath is what its makers called it.</param>
public sealed record LocalizedTitle(string First, string? FirstLanguage, string? Other, string? OtherLanguage, bool OtherIsOriginal)
{
    /// <summary>A film's title: in the language that is spoken if somebody has said or its makers gave it so.</summary>
    /// <param name="worded">The title in the language that is spoken; null where there is none.</param>
    /// <param name="title">The title under which it is announced.</param>
    /// <param name="language">The language of that.</param>
    /// <param name="original">The title that its makers gave it.</param>
    /// <param name="originalLanguage">The language of that.</param>
    public static LocalizedTitle Film(string? worded, string title, string language, string? original, string? originalLanguage)
    {
        var spoken = Language.Current.Tag;
        var isOriginalSpoken = original is not null && originalLanguage == spoken;
        if (language == spoken || (worded is null && !isOriginalSpoken))
            return new(title, LocalizedText.Other(language), original, originalLanguage, true);
        var first = worded ?? original!;
        var (other, otherLanguage, isOriginal) = original is null || isOriginalSpoken ? (title, language, false)
            : (original, originalLanguage, true);
        return other == first ? new(first, null, null, null, false) : new(first, null, other, otherLanguage, isOriginal);
    }

    /// <summary>
    /// A person's name: in the language that is spoken if somebody has said it so, or in their own script where that is the one of
    /// this language.
    /// </summary>
    /// <param name="worded">The name in the language that is spoken; null where there is none.</param>
    /// <param name="name">The name under which they are announced.</param>
    /// <param name="original">The name in their own script.</param>
    /// <param name="originalLanguage">The language of that.</param>
    public static LocalizedTitle Person(string? worded, string name, string? original, string? originalLanguage)
    {
        var isOriginalSpoken = original is not null && originalLanguage == Language.Current.Tag;
        if ((worded ?? (isOriginalSpoken ? original : null)) is not { } first) return new(name, null, original, originalLanguage, true);
        var (other, otherLanguage, isOriginal) = original is null || isOriginalSpoken ? (name, "", false)
            : (original, originalLanguage, true);
        return other == first ? new(first, null, null, null, false) : new(first, null, other, otherLanguage, isOriginal);
    }
}
