using HomsScreenings.Model;
using HomsScreenings.Records;

namespace HomsScreenings.Import;

/// <summary>Reads a picture in a programme file.</summary>
static class PictureReader
{
    const int MaxSide = 20_000;

    public static PictureEntry Read(FieldReader picture)
    {
        var entry = new PictureEntry(
            picture.RequiredForm("file", IsHash, "is not the name of a picture: 32 hexadecimal digits"),
            picture.RequiredOneOf<PictureRole>("role"),
            picture.RequiredWhole("width", 1, MaxSide), picture.RequiredWhole("height", 1, MaxSide),
            picture.RequiredForm("colour", IsColour, "is not a colour such as #a1b2c3"))
        {
            FocusX = picture.Whole("focusX", 0, 100),
            FocusY = picture.Whole("focusY", 0, 100),
            AltText = picture.Line("altText"),
            Decorative = picture.Flag("decorative"),
            Caption = picture.Line("caption"),
            Credit = picture.Line("credit"),
            Source = picture.Line("source"),
            Until = picture.Date("until"),
            TextLanguage = picture.Language("textLanguage"),
            Translations = picture.ByLanguage("wordings", w => new PictureTranslationEntry(w.Line("altText"), w.Line("caption"))),
        };
        if (entry is { Decorative: true, AltText: not null }) picture.Problem("decorative", "What shows something is not decorative.");
        if (entry.Translations.ContainsKey(entry.TextLanguage ?? Text.Languages.Language.English.Tag))
            picture.Problem("wordings", "The language of the texts themselves stands here again.");
        return entry;
    }

    static bool IsHash(string text) => text.Length == PictureFile.HashLength && text.All(char.IsAsciiHexDigitLower);

    static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigitLower);
}
