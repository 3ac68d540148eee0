using HomsScreenings.Model;
using HomsScreenings.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace HomsScreenings.Tests.Accounts;

public sealed class PasswordTests
{
    const string Email = "nadia@example.org";
    // 'é' as one sign and as two; Arabic marks in both orders.
    const string Composed = "un \u00e9t\u00e9 \u00e0 la mer", Decomposed = "un e\u0301te\u0301 a\u0300 la mer";

    static Task<Answer> ChangeAsync(Client person, string present, string password, string? again = null) => person.FillAsync("/account",
        ("Input.Present", present), ("Input.Password", password), ("Input.Again", again ?? password));

    [Theory, OnEachDatabase]
    public async Task One_password_is_the_same_from_every_keyboard(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Accounts:TriesPerMinute", "100"));
        await app.AddAccountAsync(Email, Composed);
        var person = app.AsVisitor();
        Assert.Equal(302, (await person.SignInAsync(Email, Decomposed)).Status);
        const string marks = "\u0628\u0650\u0651 \u0628\u0650\u0651 \u0633\u0644\u0627\u0645 \u0641\u064a \u062d\u0645\u0635",
            otherOrder = "\u0628\u0651\u0650 \u0628\u0651\u0650 \u0633\u0644\u0627\u0645 \u0641\u064a \u062d\u0645\u0635";
        Assert.Equal(302, (await ChangeAsync(person, Decomposed, marks, otherOrder)).Status);
        Assert.Equal(302, (await app.AsVisitor().SignInAsync(Email, otherOrder)).Status);
        // A blank at the end is a sign like any other.
        Assert.Equal(422, (await app.AsVisitor().SignInAsync(Email, marks + " ")).Status);
    }

    [Theory]
    [InlineData(Composed)]
    [InlineData(Decomposed)]
    [InlineData("ＦＵＬＬ width password")]
    [InlineData("light through a wall")]
    public void A_hash_that_was_made_of_what_was_typed_goes_on_working(string typed)
    {
        var options = Options.Create(new PasswordHasherOptions { IterationCount = 1000 });
        var before = new PasswordHasher<User>(options).HashPassword(new User(), typed);
        var now = new NormalizedPasswordHasher(options);
        Assert.NotEqual(PasswordVerificationResult.Failed, now.VerifyHashedPassword(new User(), before, typed));
        Assert.Equal(PasswordVerificationResult.Failed, now.VerifyHashedPassword(new User(), before, typed + "x"));
        Assert.NotEqual(PasswordVerificationResult.Failed, now.VerifyHashedPassword(new User(), now.HashPassword(new User(), typed),
            typed));
    }

    [Theory, OnEachDatabase]
    public async Task Signs_are_counted_as_people_count_them(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Accounts:TriesPerMinute", "100"));
        await app.AddAccountAsync(Email);
        var person = app.AsVisitor();
        await person.SignInAsync(Email);
        // Six letters in two signs each are not twelve.
        Assert.Equal("A password has at least 12 signs; a few words are easy to remember.",
            (await ChangeAsync(person, SigningIn.Password, "e\u0301a\u0300o\u0302u\u0308i\u0308n\u0303")).Text("main .problems li"));
        var longest = string.Concat(Enumerable.Range(0, 50).Select(i => $"wör{i % 10}"));
        Assert.Equal("A password is at most 200 signs long.",
            (await ChangeAsync(person, SigningIn.Password, longest + "x")).Text("main .problems li"));
        Assert.Equal(302, (await ChangeAsync(person, SigningIn.Password, longest.Normalize(System.Text.NormalizationForm.FormD))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Wrong_present_passwords_count_towards_the_pause(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Accounts:TriesPerMinute", "100"));
        await app.AddAccountAsync(Email);
        var person = app.AsVisitor();
        await person.SignInAsync(Email);
        for (var i = 0; i < 5; i++)
            Assert.Equal("This is not your present password.",
                (await ChangeAsync(person, "not the password", "a passage from house to house")).Text("main .problems li"));
        Assert.StartsWith("There were too many tries",
            (await ChangeAsync(person, SigningIn.Password, "a passage from house to house")).Text("main .problems li"),
                StringComparison.Ordinal);
        Assert.Equal(422, (await app.AsVisitor().SignInAsync(Email)).Status);
        app.Clock.Pass(Duration.FromMinutes(15));
        Assert.Equal(302, (await ChangeAsync(person, SigningIn.Password, "a passage from house to house")).Status);
        await app.InDbAsync(async db => Assert.Equal(0, (await db.Users.SingleAsync()).AccessFailedCount));
    }

    [Theory]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123456789abc")]
    [InlineData("footballclub")]
    [InlineData("Summer2025!!")]
    [InlineData("passwordpassword")]
    [InlineData("Password1234")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("qwertyuiop123")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("q1w2e3r4t5y6")]
    [InlineData("qazwsxedcrfv")]
    [InlineData("zaq12wsxcde3")]
    [InlineData("azertyuiop123")]
    [InlineData("abcdefghijkl")]
    [InlineData("abcabcabcabc")]
    [InlineData("iloveyou1234")]
    [InlineData("ILoveYou2026!")]
    [InlineData("letmein letmein")]
    [InlineData("trustno1trustno1")]
    [InlineData("liverpool2024")]
    [InlineData("christopher1")]
    [InlineData("administrator")]
    [InlineData("welcome12345")]
    [InlineData("24122026xmas")]
    [InlineData("january2026!")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("wwwwwwwwwwww1")]
    [InlineData("987654321098")]
    [InlineData("sunshine sunshine")]
    [InlineData("Homs Campaign 2026")]
    [InlineData("h0mscampa1gn!!")]
    [InlineData("screenings-homs")]
    [InlineData("nadia.nadia.nadia")]
    public void What_many_people_take_is_refused(string password) =>
        Assert.True(PasswordGuessing.IsObvious(password, [Email, "Homs Screenings", "Homs Campaign"]));

    [Theory]
    [InlineData("twelve signs")]
    [InlineData("light through a wall")]
    [InlineData("a passage from house to house")]
    [InlineData("7f3k9q2m4x8p")]
    [InlineData("493016724508")]
    [InlineData("حمص في الليل هادئة")]
    [InlineData("花样年华在我家看过两次")]
    [InlineData("paper lantern tuesday kettle")]
    public void What_only_one_would_put_together_is_taken(string password) =>
        Assert.False(PasswordGuessing.IsObvious(password, [Email, "Homs Screenings", "Homs Campaign"]));

    [Theory, OnEachDatabase]
    public async Task The_names_of_the_site_and_of_ones_organisation_make_no_password(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Site:Name", "Levantine Reels"));
        var token = await app.NewSetupTokenAsync();
        foreach (var obvious in new[] { "levantinereels1", "quillmarchsociety", "orwa@example.org" })
            Assert.Equal((obvious, 422), (obvious, (await app.AsVisitor().FillAsync($"/setup?token={token}", ("Input.Email",
                "orwa@example.org"),
                ("Input.Password", obvious), ("Input.Again", obvious), ("Input.Organisation", "Quillmarch Society"))).Status));
        var owner = await app.AsOrganiserAsync("Quillmarch Society");
        await owner.FillAsync("/organise/organisations/quillmarch-society/members", ("Input.Email", "talal@example.org"));
        var invitation = await app.LinkInNewestMailAsync();
        Assert.Equal(422, (await app.AsVisitor().FillAsync(invitation, ("Input.Password", "quillmarchsociety"), ("Input.Again",
            "quillmarchsociety"))).Status);
        Assert.Equal(302, (await app.AsVisitor().FillAsync(invitation, ("Input.Password", SigningIn.Password), ("Input.Again",
            SigningIn.Password))).Status);
    }
}
