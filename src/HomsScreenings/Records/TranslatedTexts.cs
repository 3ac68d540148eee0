namespace HomsScreenings.Records;

/// <summary>Looks into the translations of a record, in C# and in queries alike.</summary>
public static class TranslatedTexts
{
    static class Rules<T> where T : class, ITranslation
    {
        public static readonly Rule<Func<IEnumerable<T>, string, Func<T, string?>, string?>> In = new((translations, language, text) =>
            translations.Where(t => t.Language == language).Select(text).FirstOrDefault());
    }

    static Rule<Func<IEnumerable<T>, string, Func<T, string?>, string?>> InRule<T>() where T : class, ITranslation => Rules<T>.In;

    /// <summary>One of the texts in that language; null where there is none.</summary>
    /// <param name="translations">The translations of one record.</param>
    /// <param name="language">A BCP 47 tag, as a rule that of the language that is spoken.</param>
    /// <param name="text">Which of the texts.</param>
    [Rule(nameof(InRule))]
    public static string? In<T>(this IEnumerable<T> translations, string language, Func<T, string?> text) where T : class, ITranslation =>
        InRule<T>().Run(translations, language, text);
}
