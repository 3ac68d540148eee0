using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.Text.Languages;

public sealed class CatalogueTests
{
    const string Header = """
        msgid ""
        msgstr ""
        "X-Name: Deutsch\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\n"

        """;

    [Fact]
    public void The_header_names_what_the_language_is()
    {
        var catalogue = Catalogue.Read(Header);
        Assert.Equal(("Deutsch", 2, (string?)null), (catalogue.Header("x-name"), catalogue.PluralForms, catalogue.Header("X-Digits")));
        Assert.Empty(catalogue.Known);
    }

    [Fact]
    public void Texts_may_go_over_lines_and_have_signs_that_are_escaped()
    {
        var catalogue = Catalogue.Read(Header + """
            # A remark
            #: Pages/Index.cshtml
            msgid "Say \"yes\" "
            "or no"
            msgstr ""
            "„Ja“\n"
            "oder\tnein \\"
            """);
        Assert.Equal("„Ja“\noder\tnein \\", catalogue.Find("Say \"yes\" or no"));
    }

    [Theory]
    [InlineData(1, "{0} Film")]
    [InlineData(0, "{0} Filme")]
    [InlineData(2, "{0} Filme")]
    public void The_number_decides_on_the_form(int number, string form) =>
        Assert.Equal(
            form,
            Catalogue.Read(Header + "msgid \"{0} film\"\nmsgid_plural \"{0} films\"\nmsgstr[0] \"{0} Film\"\nmsgstr[1] \"{0} Filme\"\n")
                .Find("{0} film", number));

    [Fact]
    public void What_is_empty_fuzzy_or_obsolete_is_no_translation()
    {
        var catalogue = Catalogue.Read(Header + """
            msgid "Films"
            msgstr ""

            #, fuzzy
            msgid "Venues"
            msgstr "Filme"

            #~ msgid "Old"
            #~ msgstr "Alt"

            msgid "Archive"
            msgstr "Archiv"
            """);
        Assert.Equal(["Archive"], catalogue.Known);
        Assert.Equal((null, null, "Archiv"), (catalogue.Find("Films"), catalogue.Find("Venues"), catalogue.Find("Archive")));
    }

    [Theory]
    [InlineData("msgid \"Films\"\nnonsense", 2)]
    [InlineData("msgid \"Films", 1)]
    [InlineData("\"Films\"", 1)]
    [InlineData("msgid \"Films\"\nmsgstr[x] \"Filme\"", 2)]
    public void What_is_no_such_file_is_told_with_its_line(string text, int line) =>
        Assert.Equal($"Line {line} is not in the PO format.", Assert.Throws<FormatException>(() => Catalogue.Read(text)).Message);
}
