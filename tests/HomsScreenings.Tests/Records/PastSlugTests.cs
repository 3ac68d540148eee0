using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Records;

public sealed class PastSlugTests
{
    [Theory, OnEachDatabase]
    public async Task A_slug_that_was_given_up_leads_to_the_record_and_is_never_given_to_another(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        await Rename(app, "homs", "return-to-homs");
        await Rename(app, "return-to-homs", "the-return");

        Assert.Equal(new SlugFate.Moved("the-return"), await app.InDbAsync(db => db.FateOfAsync<Film>("homs", default)));
        Assert.Equal(new SlugFate.Moved("the-return"), await app.InDbAsync(db => db.FateOfAsync<Film>("return-to-homs", default)));
        Assert.Equal("homs-2", await app.InDbAsync(db => db.FreeSlugAsync<Film>("homs", null, default)));
    }

    [Theory, OnEachDatabase]
    public async Task A_record_may_take_its_own_former_slug_back(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var id = await app.Programme.AddFilm("Homs");
        await Rename(app, "homs", "elsewhere");
        Assert.Equal("homs", await app.InDbAsync(db => db.FreeSlugAsync<Film>("homs", id, default)));
        await Rename(app, "elsewhere", "homs");

        Assert.Equal(new SlugFate.Moved("homs"), await app.InDbAsync(db => db.FateOfAsync<Film>("elsewhere", default)));
        Assert.Equal(new SlugFate.Unknown(), await app.InDbAsync(db => db.FateOfAsync<Film>("homs", default)));
    }

    [Theory, OnEachDatabase]
    public async Task What_was_deleted_is_gone_under_all_the_slugs_that_it_had(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        await Rename(app, "homs", "elsewhere");
        await app.InDbAsync(async db =>
        {
            db.Films.Remove(await db.Films.SingleAsync());
            await db.SaveChangesAsync();
        });

        Assert.Equal(new SlugFate.Gone(), await app.InDbAsync(db => db.FateOfAsync<Film>("homs", default)));
        Assert.Equal(new SlugFate.Gone(), await app.InDbAsync(db => db.FateOfAsync<Film>("elsewhere", default)));
        Assert.Equal(new SlugFate.Unknown(), await app.InDbAsync(db => db.FateOfAsync<Film>("never", default)));
    }

    [Theory, OnEachDatabase]
    public async Task Of_a_draft_that_was_renamed_or_deleted_the_public_is_told_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var draft = await app.Programme.AddScreening("Secret", published: false);
        await app.Programme.Change(draft, s => s.Slug = "still-a-secret");
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/screenings/{draft.Slug}")).Status);
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/screenings/{draft.Slug}.ics")).Status);
        await app.InDbAsync(async db =>
        {
            db.Screenings.Remove(await db.Screenings.SingleAsync());
            await db.SaveChangesAsync();
        });
        foreach (var path in new[] { $"/screenings/{draft.Slug}", "/screenings/still-a-secret", "/screenings/still-a-secret.ics" })
            Assert.Equal((path, 404), (path, (await app.AsVisitor().GetAsync(path)).Status));
    }

    static Task Rename(ScreeningsApp app, string from, string to) => app.InDbAsync(async db =>
    {
        (await db.Films.SingleAsync(f => f.Slug == from)).Slug = to;
        await db.SaveChangesAsync();
    });
}
