using System.Text.RegularExpressions;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.House;

/// <summary>docs/glossary.md has one term for each thing; what it says is not to be used is in no message.</summary>
public sealed class GlossaryTests
{
    const int English = 3, Arabic = 4;

    static readonly string[] Singular = ["تقويمك", "حسابك", "بريدك", "من فضلك"];

    static readonly IReadOnlyList<string[]> Rows =
        [.. File.ReadLines(Path.Combine(Sources.Root, "docs/glossary.md")).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];

    static Catalogue Read(string tag) => Catalogue.Read(File.ReadAllText(
        SaidTexts.LanguageFiles.Single(f => Path.GetFileNameWithoutExtension(f) == tag)));

    static readonly Catalogue Translations = Read("ar");

    static IEnumerable<string> Translated => Translations.Known.SelectMany(Translations.Forms);

    [Fact]
    public void No_english_message_has_a_word_that_is_not_to_be_used()
    {
        var said = SaidTexts.Everywhere().Texts.SelectMany(t => new[] { t.English, t.Other }).OfType<string>().Distinct().ToList();
        Assert.Empty(Not(English).SelectMany(word => said.Where(t => Has(t, Regex.Escape(word))).Select(t => $"{word}: {t}")));
    }

    [Fact]
    public void No_arabic_message_has_a_word_that_is_not_to_be_used() =>
        Assert.Empty(Not(Arabic).Concat(Singular).SelectMany(
            word => Translated.Where(t => Has(t, "[وبلف]?(ال)?" + Regex.Escape(word))).Select(t => $"{word}: {t}")));

    [Fact]
    public void Tanwin_stands_before_its_alif() =>
        Assert.DoesNotContain(Translated, t => t.Contains("\u0627\u064B", StringComparison.Ordinal));

    [Fact]
    public void Every_term_has_a_word_in_each_language_and_none_is_forbidden_by_its_own_row()
    {
        Assert.True(Rows.Count > 20);
        Assert.All(Rows, row =>
        {
            Assert.Equal(5, row.Length);
            Assert.NotEmpty(row[1]);
            Assert.NotEmpty(row[2]);
            Assert.DoesNotContain(Words(row[English]), word => Has(row[1], Regex.Escape(word)));
            Assert.DoesNotContain(Words(row[Arabic]), word => Has(row[2], Regex.Escape(word)));
        });
    }

    [Theory]
    [InlineData("Open it in your mail program", "program", true)]
    [InlineData("The programme", "program", false)]
    [InlineData("By email", "mail", false)]
    public void Only_whole_words_count(string text, string word, bool has) => Assert.Equal(has, Has(text, Regex.Escape(word)));

    static IEnumerable<string> Not(int column) => Rows.SelectMany(row => Words(row[column])).Distinct();

    static IEnumerable<string> Words(string cell) =>
        cell.Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // A vowel sign after a letter belongs to the word, as the letters do.
    static bool Has(string text, string word) => Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{M}}-]){word}(?![\p{{L}}\p{{M}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
