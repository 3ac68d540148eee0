using HomsScreenings.Model;

namespace HomsScreenings.Tests.Catalogues;

public sealed class RelatedFilmsTests
{
    [Theory, OnEachDatabase]
    public async Task Those_that_can_be_seen_come_first_then_the_closest_and_never_more_than_six(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var person = await app.Programme.AddPerson("Talal Derki");
        Task<int> Film(string title, string language, bool by = false) => app.Programme.AddFilm(title, and: f =>
        {
            f.Languages = [language];
            if (by) f.Credits.Add(new Credit { Role = CreditRoles.Director, PersonId = person });
        });
        await Film("Return to Homs", "ar", by: true);
        await Film("By the same, not shown", "fr", by: true);
        await Film("In Arabic, not shown", "ar");
        await Film("In Arabic, shown", "ar");
        await Film("In French", "fr");
        await Film("By the same, shown", "fr", by: true);
        await Film("Of a draft", "fr");
        await app.Programme.AddScreening(series: "UK tour");
        await app.Programme.AddScreening("In Arabic, shown", "2026-06-10 20:00");
        await app.Programme.AddScreening("In French", "2026-06-09 20:00");
        await app.Programme.AddScreening("By the same, shown", "2026-08-01 20:00");
        await app.Programme.AddScreening("Of a draft", "2026-06-12 20:00", series: "UK tour", published: false);
        await app.Programme.AddScreening("Of the same tour", "2014-06-12", series: "UK tour");
        Assert.Equal(["By the same, shown", "In Arabic, shown", "By the same, not shown", "Of the same tour"], await Related());

        for (var i = 1; i <= 7; i++) await app.Programme.AddScreening($"Stop {i}", $"2026-07-0{i} 20:00", series: "UK tour");
        Assert.Equal(["By the same, shown", "Stop 1", "Stop 2", "Stop 3", "Stop 4", "Stop 5"], await Related());

        async Task<IEnumerable<string>> Related() =>
            (await app.AsVisitor().GetAsync("/films/return-to-homs")).Texts("section[aria-labelledby=related] h3");
    }
}
