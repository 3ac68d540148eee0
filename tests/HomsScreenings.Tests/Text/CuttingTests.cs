using HomsScreenings.Text;

namespace HomsScreenings.Tests.Text;

public sealed class CuttingTests
{
    [Theory]
    [InlineData("Homs", 4, "Homs")]
    [InlineData("Homs 🎬", 6, "Homs ")]
    [InlineData("Homs 🎬", 7, "Homs 🎬")]
    [InlineData("🎬", 1, "")]
    [InlineData("Homs", 0, "")]
    public void A_text_is_never_cut_through_a_character(string text, int most, string beginning) =>
        Assert.Equal(beginning, text.CutTo(most));

    [Theory, OnEachDatabase]
    public async Task The_history_takes_a_long_text_wherever_it_is_cut(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        var organiser = await app.AsSiteEditorAsync();
        const string edit = "/organise/films/homs/edit";
        var synopsis = new string('x', 99) + "🎬 and more";
        Assert.Equal(302, (await organiser.FillAsync(edit, ("Input.Synopsis", synopsis))).Status);
        Assert.Equal($"Synopsis: nothing → {new string('x', 99)}…", (await organiser.GetAsync(edit)).Text(".history li li"));
    }
}
