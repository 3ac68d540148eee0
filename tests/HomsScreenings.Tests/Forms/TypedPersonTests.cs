using HomsScreenings.Desk;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;
using FilmPerson = HomsScreenings.Model.Person;

namespace HomsScreenings.Tests.Forms;

public sealed class TypedPersonTests
{
    [Theory]
    [InlineData("Talal Derki (talal-derki-2)", "talal-derki-2")]
    [InlineData("حمصي (hmsy)", "hmsy")]
    [InlineData("(talal-derki)", "talal-derki")]
    [InlineData("Talal Derki", null)]
    [InlineData("Talal Derki (the Elder)", null)]
    [InlineData("Talal Derki (-x)", null)]
    [InlineData("Talal (talal) Derki", null)]
    [InlineData("Talal Derki [talal-derki]", null)]
    public void The_slug_stands_in_brackets_at_the_end(string typed, string? slug) => Assert.Equal(slug, TypedPerson.SlugIn(typed));

    [Theory]
    [InlineData("Talal Derki [talal-derki-2]", "Talal Derki (talal-derki-2)")]
    [InlineData("Talal Derki[talal-derki-2]", "Talal Derki (talal-derki-2)")]
    [InlineData("Talal Derki (talal-derki)", "Talal Derki (talal-derki)")]
    [InlineData("Talal [the Elder]", "Talal [the Elder]")]
    [InlineData("[x]", "[x]")]
    [InlineData("Talal Derki", "Talal Derki")]
    public void Square_brackets_are_understood_and_come_back_round(string typed, string tidy) =>
        Assert.Equal(tidy, TypedPerson.Tidy(typed));

    // Looked for by a pattern, blanks without an end took the square of their number, and the page broke.
    [Fact]
    public void What_is_longer_than_any_name_is_looked_through_once()
    {
        foreach (var endless in new[] { new string(' ', 300_000) + "[x", new string('x', 300_000), new string('(', 300_000) + ")" })
        {
            Assert.Equal(endless, TypedPerson.Tidy(endless));
            Assert.Null(TypedPerson.SlugIn(endless));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_name_means_the_one_who_bears_it_or_who_reads_the_same(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.InDbAsync(async db =>
        {
            db.People.AddRange(
                new FilmPerson { Slug = "ali", Name = "Ali Hassan" }, new FilmPerson { Slug = "ali-2", Name = "Àli Hassan" },
                new FilmPerson { Slug = "osama", Name = "Osama" }, new FilmPerson { Slug = "osama-2", Name = "Osama" },
                new FilmPerson { Slug = "homsi", Name = "Homsi", OriginalName = "حمصي" },
                    new FilmPerson { Slug = "hassan", Name = "Hassan" }, new FilmPerson { Slug = "dollar", Name = "$" });
            await db.SaveChangesAsync();
            string[] typed = ["Ali Hassan", "ALI HASSAN", "àli hassan",
                "Ali Hassan (ali-2)", "Osama", "Osama (osama-2)", "حمصى", "HOMSI", "hassan", "$", "New Name", "?"];
            var people = await NamedPeople.FindAsync(db, typed, [], CancellationToken.None);
            Assert.Equal(["ali", null, null, "ali-2", null, "osama-2", "homsi", "homsi", "hassan", "dollar", null, null],
                typed.Select(t => people.Known(t)?.Slug));
            Assert.Equal(["New Name", "?"], typed.Where(people.IsNew));
            Assert.Equal("Several people are called ALI HASSAN: choose 'Ali Hassan (ali)' or 'Àli Hassan (ali-2)'.",
                people.Problem("ALI HASSAN"));
            Assert.Equal("A name needs a letter or a digit.", people.Problem("?"));
            Assert.Equal("The name is too long.", people.Problem(new string('x', 201)));
            Assert.Equal(["Ali Hassan", "Osama (osama-2)"],
                new[] { "ali", "osama-2" }.Select(slug => people.Format(db.People.Local.Single(p => p.Slug == slug))));
        });
    }

    [Theory, OnEachDatabase]
    public async Task Who_types_square_brackets_by_habit_reads_round_ones(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddPerson("Talal Derki");
        await app.InDbAsync(async db =>
            { db.People.Add(new() { Name = "Talal Derki", Slug = "talal-derki-2" }); await db.SaveChangesAsync(); });
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        const string address = "/organise/screenings/new";
        var back = await organiser.FillAsync(address, ("Input.Speakers[0].Name", "Talal Derki [talal-derki-2]"));
        Assert.Equal((422, "Talal Derki (talal-derki-2)"),
            (back.Status, back.Html.QuerySelector("#Input_Speakers_0__Name")!.GetAttribute("value")));
        Assert.Equal(302, (await organiser.SubmitAsync(back, address, changes: ("Input.Title", "Evening"))).Status);
        Assert.Equal(2, await app.InDbAsync(db => db.People.CountAsync()));
    }
}
