using System.Text.RegularExpressions;
using HomsScreenings.Tests.Import;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.Text.Languages;

/// <summary>Every language says all that the site says, nothing else, and leaves nothing out of a sentence.</summary>
public sealed partial class LanguageFileTests
{
    static readonly (IReadOnlyList<SaidText> Texts, IReadOnlyList<string> Unreadable) Said = SaidTexts.Everywhere();

    public static TheoryData<string> Files => [.. SaidTexts.LanguageFiles];

    [Fact]
    public void Every_text_is_a_plain_string_that_can_be_translated() => Assert.Empty(Said.Unreadable);

    [Fact]
    public void No_text_goes_with_a_number_here_and_without_one_there() =>
        Assert.Empty(Said.Texts.GroupBy(t => t.English).Where(g => g.Select(t => t.Other).Distinct().Count() > 1).Select(g => g.Key));

    [Fact]
    public void There_is_a_language_for_each_file_and_english() =>
        Assert.Equal(Files.Select(f => Path.GetFileNameWithoutExtension(f.Data)).Append("en").Order(StringComparer.Ordinal),
            Language.All.Select(l => l.Tag).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Files))]
    public void A_language_has_a_translation_for_every_text(string file)
    {
        var language = Language.All.Single(l => l.Tag == Path.GetFileNameWithoutExtension(file));
        Assert.Empty(Said.Texts.Where(t => !language.Has(t.English)).Select(t => $"{t.File}: {t.English}").Distinct());
    }

    [Theory, MemberData(nameof(Files))]
    public void A_language_translates_nothing_that_is_no_longer_said(string file) =>
        Assert.Empty(Read(file).Known.Except(Said.Texts.Select(t => t.English)));

    [Theory, MemberData(nameof(Files))]
    public void A_file_has_each_text_once_and_none_without_its_translation(string file)
    {
        var entries = File.ReadLines(file).Count(l => l.StartsWith("msgid ", StringComparison.Ordinal));
        Assert.Equal(entries - 1, Read(file).Known.Count()); // the header is the one
    }

    [Theory, MemberData(nameof(Files))]
    public void A_translation_has_the_places_and_the_forms_of_the_english_text(string file)
    {
        var catalogue = Read(file);
        Assert.Empty(Said.Texts.DistinctBy(t => t.English).SelectMany(t => Problems(catalogue, t)));
    }

    [Fact]
    public void Wrong_places_and_forms_are_noticed()
    {
        var catalogue = Catalogue.Read("""
            msgid ""
            msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\n"
            msgid "A {0}"
            msgstr "B"
            msgid "[A]({0})"
            msgstr "A {0}"
            msgid "{0} film of {1}"
            msgid_plural "{0} films of {1}"
            msgstr[0] "one film"
            msgstr[1] "{0} films of {1}"
            msgid "{0} seat"
            msgid_plural "{0} seats"
            msgstr[0] "{0} seat"
            msgid "{0} row"
            msgid_plural "{0} rows"
            msgstr[0] "a row"
            msgstr[1] "{0} rows"
            """);
        SaidText[] said = [new("A {0}", null, ""), new("[A]({0})", null, ""),
            new("{0} film of {1}", "{0} films of {1}", ""), new("{0} seat", "{0} seats", ""), new("{0} row", "{0} rows", "")];
        Assert.Equal(["A {0}: B", "[A]({0}): A {0}", "{0} film of {1}: one film", "{0} seat: 1 forms"],
            said.SelectMany(t => Problems(catalogue, t)));
    }

    static Catalogue Read(string file) => Catalogue.Read(File.ReadAllText(file));

    // What a variant of another language leaves to that one is no problem of its own.
    static IEnumerable<string> Problems(Catalogue catalogue, SaidText text)
    {
        var forms = catalogue.Forms(text.English);
        var wanted = text.Other is null ? 1 : catalogue.PluralForms;
        if (forms.Count > 0 && forms.Count != wanted) yield return $"{text.English}: {forms.Count} forms";
        foreach (var form in forms)
        {
            var missing = Places(text.Other ?? text.English).Except(Places(form)).ToList();
            // 'One screening' names no number; a language has words of its own for two.
            if (text.Other is not null) missing.Remove("{0}");
            if (missing.Count > 0 || Places(form).Except(Places(text.Other ?? text.English)).Any()) yield return $"{text.English}: {form}";
        }
    }

    // A place for an address, '](…)', is another than one for a word.
    static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"(\]\()?\{\d+\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Place();
}
