using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Commands;

public sealed class PersonCommandTests
{
    [Theory, OnEachDatabase]
    public async Task Of_somebody_who_was_deleted_nothing_is_left_and_of_others_everything(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddPerson("Jane Unusual");
        await ChangeAsync(p => (p.Name, p.Slug) = ("Jane Very Unusual", "jane-very-unusual"));
        Assert.Equal(new ProgramRun(1, "", "There is a person of that name: delete them at the desk first.\n"),
            await ProgramRun.OfAsync(app.Database, "person", "forget", "jane-very-unusual"));

        await app.InDbAsync(async db =>
        {
            db.People.Remove(await db.People.SingleAsync(p => p.Slug == "jane-very-unusual"));
            await db.SaveChangesAsync();
        });
        string[] addresses = ["/people/jane-unusual", "/people/jane-very-unusual"];
        foreach (var address in addresses) Assert.Equal(410, (await app.AsVisitor().GetAsync(address)).Status);
        Assert.Equal(new ProgramRun(0, "Forgot 3 entries of the history and 2 addresses.\n", ""),
            await ProgramRun.OfAsync(app.Database, "person", "forget", "jane-very-unusual"));
        foreach (var address in addresses) Assert.Equal(404, (await app.AsVisitor().GetAsync(address)).Status);
        Assert.Equal(["talal-derki"], await app.InDbAsync(db => db.Audit.Where(a => a.Kind == "Person").Select(a => a.Slug).ToListAsync()));

        Task ChangeAsync(Action<HomsScreenings.Model.Person> change) => app.InDbAsync(async db =>
        {
            change(await db.People.SingleAsync(p => p.Slug == "jane-unusual"));
            await db.SaveChangesAsync();
        });
    }
}
