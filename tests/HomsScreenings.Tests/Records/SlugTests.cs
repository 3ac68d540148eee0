using FsCheck.Fluent;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Tests.Records;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Return to Homs", "return-to-homs")]
    [InlineData("  Voices in Action: Human Rights on Film ", "voices-in-action-human-rights-on-film")]
    [InlineData("L'Étoile & la Mer", "letoile-la-mer")]
    [InlineData("Łódź — 1939", "lodz-1939")]
    [InlineData("العودة إلى حمص", "alawda-ala-hms")]
    [InlineData("٢٠٢٦ حلب", "2026-hlb")]
    [InlineData("Левиафан", "leviafan")]
    [InlineData("Ζορμπάς", "zormpas")]
    [InlineData("שבתאי צבי", "shbtay-tsby")]
    [InlineData("となりのトトロ", "tonarinototoro")]
    [InlineData("기생충", "gisaengchung")]
    [InlineData("M", "m")]
    [InlineData("9", "9")]
    public void Slugs_read_well_in_Latin_script(string name, string slug) => Assert.Equal(slug, Slug.From("film", name));

    [Fact]
    public void Of_several_names_the_first_that_can_be_written_wins() => Assert.Equal("homs", Slug.From("film", "東京", null, "Homs"));

    [Fact]
    public void What_cannot_be_written_falls_back() => Assert.Equal("film", Slug.From("film", "東京", "!"));

    [Theory, InlineData("$"), InlineData("?"), InlineData("..."), InlineData("🎬")]
    public void A_film_may_be_called_by_signs_alone_and_has_an_address(string title)
    {
        Assert.True(new TitleTextAttribute().IsValid(title));
        Assert.Equal("film", Slug.From("film", title));
    }

    [Fact]
    public void A_long_name_is_cut_between_words_and_leaves_room_for_a_number()
    {
        var slug = Slug.From("film", string.Join(' ', Enumerable.Repeat("word", 60)));
        Assert.EndsWith("-word", slug, StringComparison.Ordinal);
        Assert.InRange(slug.Length, 60, Slug.MaxLength - 10);
    }

    [Theory]
    [InlineData("return-to-homs", true)]
    [InlineData("2026", true)]
    [InlineData("Return", false)]
    [InlineData("-x", false)]
    [InlineData("x-", false)]
    [InlineData("a--b", false)]
    [InlineData("a/b", false)]
    [InlineData("حمص", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Slugs_are_told_from_what_is_none(string? text, bool isOne) => Assert.Equal(isOne, Slug.IsWellFormed(text));

    [Fact]
    public void Every_text_gives_a_slug_that_is_its_own_slug() => Holds.ForEveryText(text =>
    {
        var slug = Slug.From("film", text);
        Assert.True(Slug.IsWellFormed(slug));
        Assert.Equal(slug, Slug.From("film", slug));
    });

    [Fact]
    public void A_slug_keeps_its_length_with_any_number() => Holds.For(Typed.Any(Slug.MaxLength).Zip(Gen.Choose(2, 1_000_000)), both =>
    {
        var (text, number) = both;
        var slug = Slug.From("film", text).PadRight(Slug.MaxLength, 'x')[..Slug.MaxLength];
        Assert.True(Slug.IsWellFormed(Slug.Numbered(slug, number)));
        Assert.StartsWith(Slug.BeginningOfNumbered(slug).TrimEnd('-'), Slug.Numbered(slug, number), StringComparison.Ordinal);
    });
}
