namespace HomsScreenings.Tests.Text.Languages;

/// <summary>What looks for untranslated texts has to find them.</summary>
public sealed class SaidTextsTests
{
    [Theory]
    [InlineData("""@T("Films")""", "Films", null)]
    [InlineData("""<nav aria-label="@T("Pages of {0}", Model.Of)">""", "Pages of {0}", null)]
    [InlineData("""T("He said \"come\" to {0}", name)""", "He said \"come\" to {0}", null)]
    [InlineData("""Texts.T("Named in full")""", "Named in full", null)]
    [InlineData("""var s = $"{T("Inside a string")} {x}";""", "Inside a string", null)]
    [InlineData("""@H("See [the archive]({0}).", "/archive")""", "See [the archive]({0}).", null)]
    [InlineData("""N(list.Count(x => x.Is("a, b"), 'x'), "{0} film", "{0} films", ")")""", "{0} film", "{0} films")]
    [InlineData("N(\n    n,\n    \"{0} seat\",\n    \"{0} seats\")", "{0} seat", "{0} seats")]
    [InlineData("""@H(Model.Total, "**{0}** film", "**{0}** films")""", "**{0}** film", "**{0}** films")]
    public void A_text_is_found_wherever_it_stands(string source, string english, string? other)
    {
        var (texts, unreadable) = In(source);
        Assert.Equal([new SaidText(english, other, "source")], texts);
        Assert.Empty(unreadable);
    }

    [Fact]
    public void A_text_within_the_parts_of_another_is_found_too() =>
        Assert.Equal(["Calendar: {0}", "{0} film", "nothing"],
            In("""T("Calendar: {0}", n > 0 ? N(n, "{0} film", "{0} films") : T("nothing"))""").Texts.Select(t => t.English));

    [Theory]
    [InlineData("""T($"Films of {year}")""")]
    [InlineData("T(name)")]
    [InlineData("""T("Films of " + year)""")]
    [InlineData("""N(n, "{0} film", films)""")]
    [InlineData("H(sentence)")]
    public void A_text_that_nobody_could_translate_is_told(string source)
    {
        var (texts, unreadable) = In(source);
        Assert.Empty(texts);
        Assert.Single(unreadable);
    }

    [Theory]
    [InlineData("public static string T(string english, params object[] parts) => english;")]
    [InlineData("var made = new T();")]
    [InlineData("SetT(\"x\"); other.N(1);")]
    [InlineData("    /// <summary>Says T(name).</summary>")]
    public void What_only_looks_like_it_is_left_alone(string source) =>
        Assert.Equal((0, 0), (In(source).Texts.Count, In(source).Unreadable.Count));

    [Fact]
    public void The_sources_say_texts_of_every_kind()
    {
        var texts = SaidTexts.Everywhere().Texts.Select(t => (t.English, t.Other)).ToHashSet();
        Assert.Contains(("Skip to content", null), texts);
        Assert.Contains(("{0} screening", "{0} screenings"), texts);
        Assert.Contains(("Nothing has been shown yet. [See what is coming.]({0})", null), texts);
        Assert.Contains(("This screening is cancelled.", null), texts);
    }

    static (List<SaidText> Texts, List<string> Unreadable) In(string source)
    {
        var (texts, unreadable) = (new List<SaidText>(), new List<string>());
        SaidTexts.In(source, "source", texts, unreadable);
        return (texts, unreadable);
    }
}
