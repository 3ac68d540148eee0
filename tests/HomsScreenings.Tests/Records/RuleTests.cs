using System.Linq.Expressions;
using System.Reflection;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace HomsScreenings.Tests.Records;

/// <summary>A rule that is written once says the same in C# and in SQL, and costs no plan of its own for each value.</summary>
public sealed class RuleTests
{
    static readonly Language Arabic = Language.WithPrefix("ar")!;

    public static TheoryData<string> Marked => [.. MarkedMembers.Select(NameOf)];

    const BindingFlags OwnMembers =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    static IEnumerable<MemberInfo> MarkedMembers =>
        typeof(Rule<>).Assembly.GetTypes().SelectMany(t => t.GetMembers(OwnMembers)).Where(m => m.IsDefined(typeof(RuleAttribute)));

    static string NameOf(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    [Theory, MemberData(nameof(Marked))]
    public void A_marked_member_has_a_rule_that_takes_and_gives_what_it_does(string name)
    {
        var member = MarkedMembers.Single(m => NameOf(m) == name);
        var method = member switch
        {
            MethodInfo { IsGenericMethodDefinition: true } generic => generic.MakeGenericMethod(typeof(FilmTranslation)),
            PropertyInfo property => property.GetMethod!,
            _ => (MethodInfo)member,
        };
        var rule = RuleAttribute.Find(member is PropertyInfo ? member : method)!;
        IEnumerable<Type> taken = method.GetParameters().Select(p => p.ParameterType);
        if (!method.IsStatic) taken = taken.Prepend(member.DeclaringType!);
        Assert.Equal(taken, rule.Parameters.Select(p => p.Type));
        Assert.Equal(method.ReturnType, rule.ReturnType);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_true_of_a_screening_in_CSharp_is_true_of_it_in_SQL(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddScreeningsOfAllKindsAsync(app);
        var now = app.Clock.Now();
        await SameAsync(app, db => db.Screenings, s => s.IsPublic);
        await SameAsync(app, db => db.Screenings, s => s.IsOn);
        await SameAsync(app, db => db.Screenings, s => s.IsCalledOff);
        await SameAsync(app, db => db.Screenings, s => s.Status.IsOn());
        await SameAsync(app, db => db.Screenings, s => !s.IsOver(now));
        await SameAsync(app, db => db.Series, s => s.IsPublic);
        // A constraint keeps the two ways of saying it together: only a draft was never public.
        Assert.Empty(await app.InDbAsync(db => db.Screenings.Where(s => s.IsOn != (s.IsPublic && !s.IsCalledOff)).ToListAsync()));
    }

    static async Task AddScreeningsOfAllKindsAsync(ScreeningsApp app)
    {
        await app.Programme.AddSeries("Past", and: s => s.Ends = new LocalDate(2014, 7, 1));
        await app.Programme.AddSeries("Draft", published: false);
        (string? When, string? Series, int? Came)[] kinds =
            [("2014-06-27", null, null), ("2036-06-27 20:30", null, 12), (null, "Past", null), (null, null, 400), (null, null, null)];
        foreach (var status in Enum.GetValues<ScreeningStatus>())
            foreach (var (when, series, came) in kinds)
                await app.Programme.AddScreening($"{status} {when} {series} {came}", when, series: series, published: false, and: s =>
                {
                    s.Attendance = came;
                    s.ApplyImportedStatus(new ImportedStatus(status, null, null, null, null, null, null), app.Clock.Now());
                });
    }

    [Theory, OnEachDatabase]
    public async Task What_is_true_of_a_booking_in_CSharp_is_true_of_it_in_SQL(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await AtTheBoxOffice.HouseAsync(app, 40);
        foreach (var state in Enum.GetValues<BookingState>())
        {
            await app.BookAsync(house, name: $"{state}");
            var forgotten = await app.BookAsync(house, name: $"{state}");
            await app.InDbAsync(db => PutAsync(db, b => b.Name == $"{state}", state, app.Clock.Now()));
            await app.AtBoxOfficeAsync(office => office.EraseAsync(forgotten.Booking!.Id, CancellationToken.None));
            await app.InDbAsync(db => PutAsync(db, b => b.Id == forgotten.Booking!.Id, state, app.Clock.Now()));
        }
        await SameAsync(app, db => db.Bookings, b => b.IsActive);
        await SameAsync(app, db => db.Bookings, b => b.State.IsActive());

        // What changes and deletes rows knows the rules as well.
        var active = await app.InDbAsync(db => db.Bookings.CountAsync(b => b.IsActive));
        Assert.Equal(active, await app.InDbAsync(db => db.Bookings.Where(b => b.IsActive)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.WantsNoReminders, b => b.IsActive))));
        Assert.Equal(active, await app.InDbAsync(db => db.Bookings.CountAsync(b => b.WantsNoReminders)));
        await app.InDbAsync(db => db.Tokens
            .Where(t => t.Purpose == TokenPurpose.Booking && !db.Bookings.Any(b => b.Id == t.Subject && b.IsActive)).ExecuteDeleteAsync());
        Assert.Equal(active, await app.InDbAsync(db => db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.Booking)));
    }

    static Task PutAsync(ScreeningsDb db, Expression<Func<Booking, bool>> which, BookingState state, Instant now) =>
        db.Bookings.Where(which).ExecuteUpdateAsync(s => s
            .SetProperty(b => b.State, state).SetProperty(b => b.Turn, 1)
            .SetProperty(b => b.HeldUntil, state is BookingState.Unconfirmed or BookingState.Offered ? now : null));

    [Theory, OnEachDatabase]
    public async Task Translated_texts_are_the_same_in_CSharp_and_in_SQL(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddTextsOfAllKindsAsync(app);
        foreach (var language in new[] { "en", "ar", "fr" })
        {
            await SameAsync(app, db => db.Films.Include(f => f.Translations), f => f.TitleIn(language));
            await SameAsync(app, db => db.Films.Include(f => f.Translations), f => f.Translations.In("ar", t => t.Synopsis));
            await SameAsync(app, db => db.Series.Include(s => s.Translations), s => s.TitleIn(language));
            await SameAsync(app, db => db.Venues.Include(v => v.Translations), v => v.NameIn(language));
            await SameAsync(app, db => db.Organisations.Include(o => o.Translations), o => o.NameIn(language));
            await SameAsync(app, db => db.People.Include(p => p.Translations), p => p.NameIn(language));
            await SameAsync(app, db => db.Screenings.Include(s => s.Translations), s => s.Translations.In("ar", t => t.PremiereNote));
        }
        // Whoever asks for the title alone gets the one that leads where all names are shown.
        foreach (var language in new[] { Language.English, Arabic })
        {
            var films = await app.InDbAsync(db => db.Films.Include(f => f.Translations).OrderBy(f => f.Id).ToListAsync());
            Assert.All(films, f => Assert.Equal(f.TitleIn(language.Tag), language.Speaking(() => f.NamesIn(language.Tag).First)));
            var people = await app.InDbAsync(db => db.People.Include(p => p.Translations).OrderBy(p => p.Id).ToListAsync());
            Assert.All(people, p => Assert.Equal(p.NameIn(language.Tag), language.Speaking(() => p.NamesIn(language.Tag).First)));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Credits_in_a_role_are_the_same_in_CSharp_and_in_SQL(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var people = new List<int>();
        foreach (var name in new[] { "Talal", "Orwa", "Anne" }) people.Add(await app.Programme.AddPerson(name));
        await app.Programme.AddFilm("Nobody");
        await app.Programme.AddFilm("All", and: f => f.Credits.AddRange(
            [.. new[] { ("Director", 1, 2), ("Writer", 0, 0), ("Director", 2, 1) }
            .Select(c => new Credit { Role = c.Item1, PersonId = people[c.Item2], Position = c.Item3 })]));
        await SameAsync(app, db => db.Films.Include(f => f.Credits),
            f => f.CreditsAs(CreditRoles.Director).Select(c => (int?)c.PersonId).FirstOrDefault());
        await SameAsync(app, db => db.Films.Include(f => f.Credits), f => f.CreditsAs(CreditRoles.Director).Count());
        await SameAsync(app, db => db.Films.Include(f => f.Credits), f => f.CreditsAs("Writer").Any());
    }

    static async Task AddTextsOfAllKindsAsync(ScreeningsApp app)
    {
        foreach (var own in new[] { "en", "ar", "fr" })
            foreach (var original in new[] { null, "en", "ar", "fr" })
                foreach (var translated in new[] { null, "en", "ar", "fr" })
                    await app.Programme.AddFilm($"{own} {original} {translated}", and: f =>
                    {
                        f.TextLanguage = own;
                        (f.OriginalTitle, f.OriginalTitleLanguage) = (original is null ? null : $"{f.Title}, original", original);
                        if (translated is null || translated == own) return;
                        // A translation may say something else than the title.
                        var title = original is null ? null : $"{f.Title}, translated";
                        f.SetTranslations([new FilmTranslation { Language = translated, Title = title, Synopsis = "نص" }]);
                    });
        foreach (var original in new[] { null, "ar", "fr" })
            foreach (var translated in new[] { null, "ar", "fr" })
                await app.Programme.AddPerson($"{original} {translated}", p =>
                {
                    (p.OriginalName, p.OriginalNameLanguage) = (original is null ? null : $"{p.Name}, original", original);
                    if (translated is not null)
                        p.SetTranslations([new PersonTranslation { Language = translated, Name = $"{p.Name}, translated" }]);
                });
        await app.Programme.AddVenue("Phoenix");
        await app.Programme.AddVenue("Zahra", and: v => v.SetTranslations([new VenueTranslation { Language = "ar", Name = "الزهراء" }]));
        await app.Programme.AddOrganisation("Campaign");
        await app.InDbAsync(async db =>
        {
            var house = new Organisation { Slug = "house", Name = "House" };
            house.SetTranslations([new OrganisationTranslation { Language = "ar", Name = "الدار" }]);
            db.Organisations.Add(house);
            await db.SaveChangesAsync();
        });
        await app.Programme.AddSeries("Tour");
        await app.Programme.AddSeries("Season", and: s => s.SetTranslations([new SeriesTranslation { Language = "ar", Title = "موسم" }]));
        await app.Programme.AddScreening();
        await app.Programme.AddScreening(and: s =>
            s.SetTranslations([new ScreeningTranslation { Language = "ar", PremiereNote = "العرض الأول" }]));
    }

    [Theory, OnEachDatabase]
    public async Task The_language_is_a_parameter_of_one_plan(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddTextsOfAllKindsAsync(app);
        var compiled = EF.CompileAsyncQuery((ScreeningsDb db, string language) =>
            db.Series.OrderBy(s => s.Id).Select(s => s.TitleIn(language)));
        // Plans are kept for all tests of a process; a word that stands nowhere else makes these their own.
        var (names, cards) = (await PlansAsync(NamesAsync), await PlansAsync(CardsAsync));
        Assert.Equal(["Tour", "Season", "Tour", "موسم"], names.English.Concat(names.Arabic));
        Assert.Equal([null, null, null, "العرض الأول"], cards.English.Concat(cards.Arabic));
        Assert.Equal((1, 1), (names.Plans, cards.Plans));

        Assert.Equal(["Tour", "Season"], await app.InDbAsync(db => compiled(db, "en").ToListAsync().AsTask()));
        Assert.Equal(["Tour", "موسم"], await app.InDbAsync(db => compiled(db, "ar").ToListAsync().AsTask()));

        static Task<List<string?>> NamesAsync(ScreeningsDb db) => db.Series.Where(s => s.TitleIn(Language.Current.Tag) != "one plan")
            .OrderBy(s => s.Id).Select(s => (string?)s.TitleIn(Language.Current.Tag)).ToListAsync();

        static async Task<List<string?>> CardsAsync(ScreeningsDb db)
        {
            var cards = db.Screenings.Where(s => s.Slug != "one plan").OrderBy(s => s.Id).Select(ScreeningCard.Of).AsSplitQuery();
            return [.. (await cards.ToListAsync()).Select(c => c.PremiereNote)];
        }

        async Task<(List<string?> English, List<string?> Arabic, int Plans)> PlansAsync(Func<ScreeningsDb, Task<List<string?>>> query)
        {
            var plans = 0;
            await using var db = app.Database.Open(app.Clock,
                and: options => options.LogTo(_ => plans++, [CoreEventId.QueryCompilationStarting]));
            return (await query(db), await Arabic.Speaking(() => query(db)), plans);
        }
    }

    // For each value that the rule has in C#, the database finds the same rows by it.
    static Task SameAsync<T, TValue>(ScreeningsApp app, Func<ScreeningsDb, IQueryable<T>> rows, Expression<Func<T, TValue>> rule)
        where T : class => app.InDbAsync(async db =>
    {
        var inCSharp = (await rows(db).ToListAsync()).ToLookup(rule.Compile(), row => (int)db.Entry(row).Property("Id").CurrentValue!);
        Assert.True(inCSharp.Count > 1, $"{rule}: all rows are of one kind.");
        foreach (var kind in inCSharp)
        {
            var isOfKind = Expression.Equal(rule.Body, Expression.Constant(kind.Key, typeof(TValue)));
            var inSql = await rows(db).Where(Expression.Lambda<Func<T, bool>>(isOfKind, rule.Parameters))
                .Select(row => EF.Property<int>(row, "Id")).ToListAsync();
            Assert.Equal(kind.Order(), inSql.Order());
        }
    });
}
