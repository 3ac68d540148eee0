using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Languages;

/// <summary>What a language says of itself to readers who came to the page in another one.</summary>
static class LanguageOffer
{
    /// <summary>'This page is also in English.', said in the language that is offered: each translation names its own language.</summary>
    public static string In(Language language)
    {
        var spoken = Language.Current;
        language.Speak();
        try { return T("This page is also in English."); }
        finally { spoken.Speak(); }
    }
}
