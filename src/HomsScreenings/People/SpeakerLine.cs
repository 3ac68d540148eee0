using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.People;

/// <summary>Somebody who speaks at a screening, and what is told of them.</summary>
public sealed record SpeakerLine(string Slug, string Name, string? About)
{
    const int MaxLine = 200;

    /// <summary>The first sentence of what is told of them; null where nothing is.</summary>
    public string? Line => MarkdownText.Plain(About, int.MaxValue) is { } plain ? Sentences.First(plain, 1, MaxLine) : null;

    public static readonly Expression<Func<Person, SpeakerLine>> Of = p => new SpeakerLine(p.Slug,
        LocalizedTitle.Person(p.Name, p.OriginalName, p.OriginalNameLanguage).First, p.About);
}
