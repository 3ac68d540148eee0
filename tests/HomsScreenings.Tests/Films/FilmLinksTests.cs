using HomsScreenings.Films;

namespace HomsScreenings.Tests.Films;

public sealed class FilmLinksTests
{
    [Theory]
    [InlineData("https://www.imdb.com/title/tt0000001/?ref_=nv_sr_1", "IMDb", "https://www.imdb.com/title/tt0000001/")]
    [InlineData("https://m.imdb.com/de/title/tt0000001", "IMDb", "https://www.imdb.com/title/tt0000001/")]
    [InlineData("https://www.wikidata.org/entity/Q42", "Wikidata", "https://www.wikidata.org/wiki/Q42")]
    [InlineData("https://letterboxd.com/film/some-film/reviews/?a=b", "Letterboxd", "https://letterboxd.com/film/some-film/")]
    [InlineData("https://mubi.com/en/gb/films/some-film/trailer", "MUBI", "https://mubi.com/films/some-film")]
    [InlineData("https://ar.wikipedia.org/wiki/Film", "Wikipedia", "https://ar.wikipedia.org/wiki/Film")]
    [InlineData("https://www.imdb.com/list/ls1/?x=1", "IMDb", "https://www.imdb.com/list/ls1/?x=1")] // no film: as it was typed
    [InlineData("https://notimdb.com/title/tt0000001/?x=1", "notimdb.com", "https://notimdb.com/title/tt0000001/?x=1")]
    [InlineData("https://www.example.org/film?id=1", "example.org", "https://www.example.org/film?id=1")]
    public void A_site_is_known_by_its_host_and_its_address_is_kept_clean(string url, string name, string kept) =>
        Assert.Equal((name, kept, kept), (FilmLinks.NameOf(url), FilmLinks.Tidy(url), FilmLinks.Tidy(FilmLinks.Tidy(url))));
}
