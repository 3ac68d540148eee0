using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.Text;

public sealed class CalledTests
{
    const string Return = "Return to Homs", Awda = "العودة إلى حمص", Retour = "Retour à Homs";

    [Theory]
    [InlineData("en", null, "en", Awda, "ar", Return, null, Awda, "ar", true)] // as it is announced
    [InlineData("ar", null, "en", Awda, "ar", Awda, null, Return, "en", false)] // its makers called it so
    [InlineData("ar", Awda, "en", null, null, Awda, null, Return, "en", false)] // somebody worded it so
    [InlineData("ar", Awda, "en", Awda, "ar", Awda, null, Return, "en", false)]
    [InlineData("ar", Awda, "en", Retour, "fr", Awda, null, Retour, "fr", true)] // the makers' title is worth more than another one
    [InlineData("ar", null, "en", Retour, "fr", Return, "en", Retour, "fr", true)] // nothing in Arabic
    [InlineData("ar", null, "en", null, null, Return, "en", null, null, true)]
    [InlineData("en", Return, "ar", null, null, Return, null, Awda, "ar", false)] // written in Arabic
    [InlineData("en", null, "en", "The Return", "en", Return, null, "The Return", "en", true)] // what is announced leads
    [InlineData("ar", Return, "en", null, null, Return, null, null, null, false)] // the same in both is said once
    public void A_film_is_called_first_in_the_language_that_is_spoken(
        string spoken, string? worded, string language, string? original, string? originalLanguage,
        string first, string? firstLanguage, string? other, string? otherLanguage, bool otherIsOriginal)
    {
        Speak(spoken);
        var title = language == "ar" ? Awda : Return;
        Assert.Equal(new LocalizedTitle(first, firstLanguage, other, otherLanguage, otherIsOriginal),
            LocalizedTitle.Film(worded, title, language, original, originalLanguage));
    }

    [Theory]
    [InlineData("ar", null, "طلال ديركي", "ar", "طلال ديركي", "Talal Derki", "")] // in the script of the page
    [InlineData("ar", null, null, null, "Talal Derki", null, null)]
    [InlineData("en", null, "طلال ديركي", "ar", "Talal Derki", "طلال ديركي", "ar")]
    [InlineData("ar", "طلال ديركي", null, null, "طلال ديركي", "Talal Derki", "")] // somebody said it so
    [InlineData("ar", "طلال الدِركي", "طلال ديركي", "ar", "طلال الدِركي", "Talal Derki", "")]
    [InlineData("ar", "طلال", "Талал", "ru", "طلال", "Талал", "ru")] // their own script is worth more than another one
    [InlineData("ar", "Talal Derki", null, null, "Talal Derki", null, null)] // the same in both is said once
    public void A_person_is_called_by_the_name_in_the_language_or_the_script_of_the_page(string spoken, string? worded,
        string? original, string? originalLanguage, string first, string? other, string? otherLanguage)
    {
        Speak(spoken);
        var called = LocalizedTitle.Person(worded, "Talal Derki", original, originalLanguage);
        Assert.Equal((first, null, other, otherLanguage), (called.First, called.FirstLanguage, called.Other, called.OtherLanguage));
    }

    static void Speak(string tag) => Language.All.Single(l => l.Tag == tag).Speak();
}
