using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.People;

/// <summary>Somebody who speaks at a screening, and what is told of them.</summary>
public sealed record SpeakerLine(string Slug, string Name, LocalizedText? About)
{
    const int MaxLine = 200;

    /// <summary>The first sentence of what is told of them; null where nothing is.</summary>
    public string? Line => MarkdownText.Plain(About?.Text, int.MaxValue) is { } plain ? Sentences.First(plain, 1, MaxLine) : null;
    /// <summary>Its language (BCP 47), where that is not the one that is spoken.</summary>
    public string? LineLanguage => About?.OtherLanguage;

    public static readonly Expression<Func<Person, SpeakerLine>> Of = p => new SpeakerLine(p.Slug,
        p.NameIn(Language.Current.Tag),
        LocalizedText.Of(p.Translations.In(Language.Current.Tag, w => w.About), p.About, p.TextLanguage));
}
