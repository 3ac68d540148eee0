using System.ComponentModel.DataAnnotations;
using FsCheck;
using FsCheck.Fluent;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Import;
using HomsScreenings.Tests.Pages.Organise;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using FilmPerson = HomsScreenings.Model.Person;

namespace HomsScreenings.Tests.Infrastructure.Typing;

/// <summary>
/// An editor of the site who types forms of every kind into one database, and saves what is accepted, by the same checks
/// and verbs as the pages of the desk. What is saved is opened once more: its form must be right, and change nothing.
/// </summary>
sealed class TypingDesk(LoadingBench bench, ulong seed)
{
    const int PerKind = 16, Size = 20, MaxAttempts = 12;

    static readonly Organiser Editor = new(1, true, true, [], []);

    readonly System.Random _choice = new((int)seed);

    /// <summary>How many forms of each kind were found right.</summary>
    public Dictionary<string, int> Accepted { get; } = [];

    public async Task TypeAllAsync()
    {
        await SaveAsync<OrganisationInput, Organisation>(
            (_, _) => Task.FromResult<IReadOnlyList<ValidationResult>>([]),
            async (db, input) => db.Organisations.Add(await input.ToOrganisationAsync(db, default)).Entity);
        await SaveAsync<PersonInput, FilmPerson>(
            async (db, input) => (await db.CheckAsync(input, null, default)).Problems,
            async (db, input) => db.People.Add(input.ToPerson(await SlugOf<FilmPerson>(db, input.Slug, input.Name), Owner(db))).Entity);
        await SaveAsync<VenueInput, Venue>(
            async (db, input) => (await db.CheckAsync(input, null, Editor, default)).Problems,
            async (db, input) => db.Venues.Add(input.ToVenue(await SlugOf<Venue>(db, input.Slug, input.Name), Owner(db))).Entity);
        await SaveAsync<FilmInput, Film>(async (db, input) => (await db.CheckAsync(input, null, Editor, default)).Problems, MakeFilmAsync);
        await SaveAsync<SeriesInput, ScreeningSeries>(async (db, input) => await input.CheckNewAsync(db, Editor, default), MakeSeriesAsync);
        await SaveAsync<ScreeningInput, Screening>(
            async (db, input) => (await FindAsync(db, input)).Problems,
            async (db, input) => await input.ToScreeningAsync(db, await FindAsync(db, input), bench.Clock.Now(), default));
        await LiveAsync();
        await OpenAllAgainAsync();
    }

    static async Task<string> SlugOf<T>(ScreeningsDb db, string? typed, string? name) where T : class, IRecord =>
        typed ?? await db.FreeSlugAsync<T>(Slug.From("row", name), null, default);

    static Task<ScreeningReferences> FindAsync(ScreeningsDb db, ScreeningInput input) =>
        ScreeningReferences.FindAsync(db, input, null, Editor, default);

    async Task<Film> MakeFilmAsync(ScreeningsDb db, FilmInput input)
    {
        var film = db.Films.Add(input.ToFilm(await SlugOf<Film>(db, input.Slug, input.Title), Owner(db))).Entity;
        await db.SetCreditsAsync(input, film, default);
        return film;
    }

    async Task<ScreeningSeries> MakeSeriesAsync(ScreeningsDb db, SeriesInput input)
    {
        var series = await input.ToSeriesAsync(db, default);
        if (_choice.Next(2) == 0) series.Publish(bench.Clock.Now());
        return series;
    }

    /// <summary>Fills in forms, mends what is said to be wrong as a person would, and saves those that are accepted.</summary>
    async Task SaveAsync<TInput, TRecord>(
        Func<ScreeningsDb, TInput, Task<IReadOnlyList<ValidationResult>>> check, Func<ScreeningsDb, TInput, Task<TRecord>> make)
        where TInput : class, new() where TRecord : class, IRecord
    {
        Accepted[typeof(TRecord).Name] = 0;
        foreach (var input in Typed.Form<TInput>().Sample(Size, new Rnd(seed), PerKind))
        {
            typeof(TInput).GetProperty("ConfirmedNew")?.SetValue(input, true);
            await bench.InDbAsync(async db =>
            {
                await ChooseAsync(db, input);
                if (!await IsAcceptedAsync(db, input, check)) return;
                await make(db, input);
                await db.SaveChangesAsync();
                Accepted[typeof(TRecord).Name]++;
            });
        }
    }

    static async Task<bool> IsAcceptedAsync<T>(
        ScreeningsDb db, T input, Func<ScreeningsDb, T, Task<IReadOnlyList<ValidationResult>>> check) where T : class
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var problems = TypedAgain.Problems(input);
            if (problems.Count == 0) problems = [.. (await check(db, input)).Select(p => new TypedProblem(input, p))];
            db.ChangeTracker.Clear();
            if (problems.Count == 0) return true;
            problems.ForEach(TypedAgain.Mend);
        }
        return false;
    }

    Task ChooseAsync(ScreeningsDb db, object input)
    {
        switch (input)
        {
            case SeriesInput series:
                series.OrganisationId = Owner(db);
                foreach (var partner in series.Partners) partner.OrganisationId = Owner(db);
                return Task.CompletedTask;
            case ScreeningInput screening: return ChooseAsync(db, screening);
            default: return Task.CompletedTask;
        }
    }

    async Task ChooseAsync(ScreeningsDb db, ScreeningInput input)
    {
        input.OrganisationId = Owner(db);
        input.SeriesId = Any(Ids(db.Series));
        if (_choice.Next(2) == 0)
        {
            var venue = await db.Venues.Include(v => v.Rooms).OrderBy(v => v.Id).Skip(_choice.Next(await db.Venues.CountAsync()))
                .FirstAsync();
            input.Place = ScreeningInput.Pair(venue.Id, Any(venue.Rooms.Select(r => r.Id).Order()));
            (input.Area, input.City, input.Region, input.Country, input.TimeZone) = (null, null, null, null, null);
            input.Seats.PrivateAddress = null;
        }
        foreach (var row in input.Films)
            if (Any(Ids(db.Films)) is { } id)
                row.Film = ScreeningInput.Pair(id, Any(db.Set<RunningTime>().Where(r => r.FilmId == id).Select(r => r.Id).Order()));
    }

    /// <summary>Tells the screenings what may be told to them.</summary>
    Task LiveAsync() => bench.InDbAsync(async db =>
    {
        var told = 0;
        var forms = Typed.Form<StatusInput>().Sample(Size, new Rnd(seed), 200).Where(f => TypedAgain.Problems(f).Count == 0).ToList();
        var dates = Typed.Form<RescheduleInput>().Sample(Size, new Rnd(seed), 400).Where(f => TypedAgain.Problems(f).Count == 0).ToList();
        foreach (var screening in await db.Screenings.Whole().OrderBy(s => s.Id).ToListAsync())
        {
            if (_choice.Next(4) == 0) continue;
            screening.Publish(bench.Clock.Now());
            for (var verbs = _choice.Next(4); verbs > 0; verbs--)
            {
                var input = forms[_choice.Next(forms.Count)];
                switch (_choice.Next(6))
                {
                    case 0: screening.Cancel(input.Reason); break;
                    case 1: screening.Postpone(input.Reason); break;
                    case 2: screening.MoveOnline(input.OnlineUrl, input.Reason); break;
                    case 3: screening.Reinstate(); break;
                    case 4: Reschedule(screening, dates[_choice.Next(dates.Count)]); break;
                    default: CountedBy(_choice).ApplyTo(screening); break;
                }
                told++;
            }
            bench.Clock.Pass(NodaTime.Duration.FromSeconds(1));
        }
        await db.SaveChangesAsync();
        return Accepted["told"] = told;
    });

    static void Reschedule(Screening screening, RescheduleInput input)
    {
        if (screening.TimeZone is not null && !input.ProblemsFor(screening).Any()) input.ApplyTo(screening, input.Reason);
    }

    static AttendanceInput CountedBy(System.Random choice) =>
        new() { Attendance = choice.Next(1_000_001), IsMinimum = choice.Next(2) == 0 };

    Task OpenAllAgainAsync() => bench.InDbAsync(async db =>
    {
        foreach (var person in await db.People.Include(p => p.Translations).ToListAsync())
            Again(person.Slug, PersonInput.Of(person), input => input.ApplyTo(person));
        foreach (var venue in await db.Venues.WithParts().ToListAsync())
            Again(venue.Slug, VenueInput.Of(venue), input => input.ApplyTo(venue));
        foreach (var film in await db.Films.WithParts().ToListAsync())
        {
            var input = await db.DraftOfAsync(film, default);
            Again(film.Slug, input, i => i.ApplyTo(film));
            await db.SetCreditsAsync(input, film, default);
        }
        foreach (var organisation in await db.Organisations.Include(o => o.Translations).ToListAsync())
        {
            var input = OrganisationInput.Of(organisation);
            Again(organisation.Slug, input, _ => { });
            await input.ApplyToAsync(organisation, db, default);
        }
        foreach (var series in await db.Series.Include(s => s.Partners).Include(s => s.Translations).AsSplitQuery().ToListAsync())
        {
            var input = SeriesInput.Of(series);
            Again(series.Slug, input, _ => { });
            await input.ApplyToAsync(db, series, default);
        }
        foreach (var screening in await db.Screenings.Whole().ToListAsync())
        {
            var input = ScreeningInput.Of(screening);
            var found = await ScreeningReferences.FindAsync(db, input, screening, Editor, default);
            Assert.Equal((screening.Slug, ""), (screening.Slug, string.Join(' ', found.Problems.Select(p => p.ErrorMessage))));
            Again(screening.Slug, input, _ => { });
            await input.ApplyToAsync(db, screening, found, default);
        }
        db.ChangeTracker.DetectChanges();
        Assert.Equal("",
            string.Join('\n', db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged).Select(e => e.DebugView.LongView)));
        return 0;
    });

    static void Again<T>(string slug, T input, Action<T> apply) where T : class
    {
        Assert.Equal((slug, ""), (slug, string.Join(' ', TypedAgain.Problems(input).Select(p => p.Result.ErrorMessage))));
        apply(input);
    }

    int? Owner(ScreeningsDb db) => Any(Ids(db.Organisations));

    static IQueryable<int> Ids<T>(IQueryable<T> records) where T : class, IRecord => records.Select(r => r.Id).Order();

    int? Any(IEnumerable<int> ids)
    {
        var all = ids.ToList();
        return all.Count == 0 || _choice.Next(4) == 0 ? null : all[_choice.Next(all.Count)];
    }
}
