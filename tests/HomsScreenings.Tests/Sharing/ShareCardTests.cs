using HomsScreenings.Model;
using HomsScreenings.Pictures;
using HomsScreenings.Sharing;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.Sharing;

public sealed class ShareCardTests
{
    [Fact]
    public void Who_cannot_see_the_picture_is_told_all_that_it_says_and_nothing_twice()
    {
        var card = Painted.Card with { State = "Cancelled" };
        Assert.Equal("Cancelled · Return to Homs · Sunday 29 November, 20:15 · Hyde Park Picture House, Leeds", card.Alt);
        Assert.Equal("Homs Screenings", new ShareCard("Homs Screenings", "", null).Alt);
        var arabic = new ShareCard("Return to Homs", "الأحد");
        Assert.Equal("\u2068Return to Homs\u2069، الأحد", Language.WithTag("ar").Speaking(() => arabic.Alt));
    }

    [Theory]
    [InlineData("Poster,Still,Still", 1)]
    [InlineData("Logo,Poster", 1)]
    [InlineData("Logo,Venue", 1)]
    [InlineData("Logo,Portrait", null)]
    [InlineData("", null)]
    public void A_still_or_a_view_of_the_house_stands_behind_the_words_else_a_poster_and_never_a_logo(string roles, int? chosen)
    {
        var pictures = roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((role, i) => new PictureLine
        {
            File = new($"{i}", 100, 100, "#000000", 50, 50),
            Role = Enum.Parse<PictureRole>(role),
            AltText = null,
            Caption = null,
            Credit = null,
            Source = null,
        });
        Assert.Equal(chosen?.ToString(System.Globalization.CultureInfo.InvariantCulture), SharePhoto.Of(pictures)?.File.Hash);
    }
}
