using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Tests.Import;

namespace HomsScreenings.Tests.Commands;

public sealed class ProgrammeCommandsTests
{
    [Theory, OnEachDatabase]
    public async Task Load_and_export_say_what_they_did(Database kind)
    {
        await using var database = await FreshDatabase.CreateAsync(kind);
        using var folder = new Folder();
        var loaded = await ProgramRun.OfAsync(database, "load", folder.With("homs.json", Files.Homs));
        var exported = await ProgramRun.OfAsync(database, "export", folder.PathOf("export.json"));
        var again = await ProgramRun.OfAsync(database, "load", folder.PathOf("export.json"));

        Assert.Equal(
            new ProgramRun(
                0, "Loaded homs.json: organisations: 4 added; people: 9 added; films: 1 added; venues: 4 added; series: 3 added; screenings: 6 added; journal: 4 added.\n", ""), loaded);
        Assert.Equal(new ProgramRun(0, "Exported 1 films, 3 series, 4 venues and 6 screenings to export.json.\n", ""), exported);
        Assert.Equal(
            new ProgramRun(
                0, "Loaded export.json: organisations: 4 unchanged; people: 9 unchanged; films: 1 unchanged; venues: 4 unchanged; series: 3 unchanged; screenings: 6 unchanged; journal: 4 unchanged.\n", ""), again);
    }

    [Fact]
    public async Task A_broken_file_is_status_1_with_each_problem_on_its_line()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        using var folder = new Folder();
        var broken = await ProgramRun.OfAsync(database, "load",
            folder.With("broken.json", """{ "format": 1, "films": [{ "slug": "x" }] }"""));
        var missing = await ProgramRun.OfAsync(database, "load", folder.PathOf("missing.json"));
        Assert.Equal(new ProgramRun(1, "", "films[0].title: It is missing.\nfilms[0].kind: It is missing.\n"), broken);
        Assert.Equal((1, ""), (missing.Status, missing.Output));
        Assert.StartsWith("The file cannot be read: ", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_used_wrongly_is_status_2()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        Assert.Equal(2, (await ProgramRun.OfAsync(database, "load")).Status);
        Assert.Equal(new ProgramRun(2, "", "--screenings is a number from 1 to 1000000.\nTry '--help'.\n"),
            await ProgramRun.OfAsync(database, "generate", "--screenings", "0"));
    }

    [Fact]
    public async Task A_seed_is_generated_once()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        Assert.Equal(new ProgramRun(0, "Generated 5 screenings with the seed 3.\n", ""),
            await ProgramRun.OfAsync(database, "generate", "--screenings", "5", "--seed", "3"));
        Assert.Equal(new ProgramRun(1, "", "A programme with the seed 3 was generated here before; choose another with --seed.\n"),
            await ProgramRun.OfAsync(database, "generate", "--screenings", "5", "--seed", "3"));
    }

    [Theory, OnEachDatabase]
    public async Task A_verb_neither_makes_a_database_nor_migrates_one(Database kind)
    {
        await using var database = await FreshDatabase.CreateEmptyAsync(kind);
        using var folder = new Folder();
        string[][] verbs =
            [["load", folder.With("homs.json", Files.Homs)], ["export", folder.PathOf("export.json")], ["user", "add", "ana@example.org"],
                ["guest", "forget", "ana@example.org"], ["person", "forget", "ana"]];
        if (kind == Database.Sqlite)
        {
            var file = SqliteStorage.FileOf(database.ConnectionString)!;
            foreach (var verb in verbs)
                Assert.Equal(new ProgramRun(1, "",
                    $"There is no database {file}: name it with ConnectionStrings:Screenings, or make one with the verb 'migrate'.\n"),
                    await ProgramRun.OfAsync(database, verb));
            Assert.False(File.Exists(file));
            SqliteFile.Make(file);
        }
        foreach (var verb in verbs)
            Assert.Equal(new ProgramRun(1, "", "The database is not up to date with this program: run the verb 'migrate' first.\n"),
                await ProgramRun.OfAsync(database, verb));
        Assert.False(File.Exists(folder.PathOf("export.json")));
    }

    sealed class Folder : IDisposable
    {
        readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("programme");

        public string PathOf(string name) => Path.Combine(_folder.FullName, name);

        public string With(string name, string text)
        {
            File.WriteAllText(PathOf(name), text);
            return PathOf(name);
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
