using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Films;

public sealed class FilmWordingTests
{
    [Fact]
    public void What_says_nothing_is_no_wording_and_the_own_language_is_refused()
    {
        var film = new Film { Slug = "homs", Title = "Homs", Kind = FilmKind.Documentary };
        film.SetTranslations([new FilmTranslation { Language = "ar" }, new FilmTranslation { Language = "fr", Notes = "N" }]);
        Assert.Equal("fr", Assert.Single(film.Translations).Language);
        var refused = Assert.Throws<ArgumentException>(
            () => film.SetTranslations([new FilmTranslation { Language = "en", Title = "Homs" }]));
        Assert.StartsWith("The record itself is written in 'en'.", refused.Message, StringComparison.Ordinal);
        Assert.Equal("fr", Assert.Single(film.Translations).Language);
    }

    [Theory, OnEachDatabase]
    public async Task A_film_has_one_wording_in_a_language(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs", and: f => f.SetTranslations([new FilmTranslation { Language = "ar", Title = "حمص" }]));
        await Assert.ThrowsAsync<DbUpdateException>(() => app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).Translations.Add(new FilmTranslation { Language = "ar", Title = "حمص" });
            await db.SaveChangesAsync();
        }));
    }
}
