using System.Diagnostics;
using System.Net;
using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;

namespace HomsScreenings.Tests.Processes;

/// <summary>Two programs on one PostgreSQL, with nginx before them: the set-up of docker-compose.yml and docs/self-hosting.md.</summary>
public sealed class SeveralProcessesTests
{
    // A second is what it takes; how long a busy machine takes is not what is tested.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static bool IsPostgresMissing => Needs.Unmet(PostgresServer.WhyNot) is not null;
    public static bool IsNginxMissing => IsPostgresMissing || Needs.Unmet(Nginx.WhyNot) is not null;

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = "PostgreSQL is not installed (Debian: apt-get install postgresql)")]
    public async Task A_save_is_on_every_page_of_every_process()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        await using var one = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        await using var two = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        using var http = new HttpClient();
        foreach (var title in new[] { "Return to Homs", "The Silver Road", "Silvered Water" })
        {
            foreach (var program in new[] { one, two })
                // and keeps it
                Assert.DoesNotContain(title, await http.GetStringAsync(new Uri(program.Url, "/films")), StringComparison.Ordinal);

            await SaveFilmAsync(database, title);
            var since = Stopwatch.StartNew();
            foreach (var program in new[] { one, two })
                while (!(await http.GetStringAsync(new Uri(program.Url, "/films"))).Contains(title, StringComparison.Ordinal))
                {
                    Assert.True(since.Elapsed < Patience, $"'{title}' is not shown after {since.Elapsed}.");
                    await Task.Delay(20);
                }
        }
    }

    [Fact(SkipWhen = nameof(IsNginxMissing),
        Skip = "PostgreSQL or nginx is not installed (Debian: apt-get install postgresql nginx-light)")]
    public async Task Behind_nginx_nobody_notices_that_one_of_two_programs_is_gone()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        await SaveFilmAsync(database, "Return to Homs");
        await using var one = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        await using var two = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        await using var nginx = await Nginx.StartAsync(one.Url.Port, two.Url.Port);
        using var http = nginx.Client();

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 20), await AskAsync(20));
        one.Kill();
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 20), await AskAsync(20));

        async Task<List<HttpStatusCode>> AskAsync(int times)
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < times; i++)
            {
                using var answer = await http.GetAsync(new Uri(nginx.Url, i % 2 == 0 ? "/films" : "/calendar.ics"));
                answers.Add(answer.StatusCode);
            }
            return answers;
        }
    }

    // This process is the third one: it saves as the programs do, and tells the others as they do.
    static async Task SaveFilmAsync(FreshDatabase database, string title)
    {
        await using var db = database.Open(TimeProvider.System, new Versions { Announce = PostgresVersions.AnnounceAsync });
        db.Films.Add(new Film { Slug = Slug.From("film", title), Title = title, Kind = FilmKind.Documentary }).Entity.Publish();
        await db.SaveChangesAsync();
    }
}
