using System.Collections.Concurrent;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>
/// The whole program over real HTTP, on a database of its own, with a stopped clock. A client is a person:
/// <see cref="AsVisitor"/>, <see cref="AsOrganiserAsync"/>, <see cref="AsAdministratorAsync"/>.
/// </summary>
public sealed class ScreeningsApp : WebApplicationFactory<Program>
{
    public const string BaseUrl = "https://screenings.test";

    // What MVC finds out by reflection about the types of the pages is the same in every app, and it takes long to find out.
    static IModelMetadataProvider? _modelMetadata;

    readonly FreshDatabase _database;
    readonly IReadOnlyDictionary<string, string> _settings;
    readonly bool _ownsDatabase;
    readonly Action<IServiceCollection> _and;
    int _people;

    ScreeningsApp(
        FreshDatabase database, bool owns, IEnumerable<(string Key, string Value)> settings, Action<IServiceCollection>? and = null) =>
        (_database, _ownsDatabase, _settings, _and) = (database, owns, settings.ToDictionary(s => s.Key, s => s.Value), and ?? (_ => { }));

    public StoppedClock Clock { get; } = new();
    public StatementCounter Statements { get; } = new();
    public LogBook Log { get; } = new();
    public FreshDatabase Database => _database;

    /// <summary>Where the files of pictures lie.</summary>
    public string Media { get; } = Path.Combine(RunFolder.Path, $"media-{Guid.NewGuid():N}");

    /// <summary>Rows put in behind the program's back, as if they had always been there.</summary>
    public ProgrammeBuilder Programme => field ??= new ProgrammeBuilder(this);

    /// <param name="settings">Further settings, 'Section:Key' and value.</param>
    public static async Task<ScreeningsApp> StartAsync(Database database, params (string Key, string Value)[] settings) =>
        new ScreeningsApp(await FreshDatabase.CreateAsync(database), owns: true, settings).Started();

    /// <summary>The same on another day.</summary>
    public static async Task<ScreeningsApp> StartAsync(Database database,
        NodaTime.Instant now, params (string Key, string Value)[] settings)
    {
        var app = new ScreeningsApp(await FreshDatabase.CreateAsync(database), owns: true, settings);
        app.Clock.Now = now;
        return app.Started();
    }

    /// <summary>The program with something added that it does not have yet.</summary>
    public static async Task<ScreeningsApp> StartAsync(Database database, Action<IServiceCollection> and) =>
        new ScreeningsApp(await FreshDatabase.CreateAsync(database), owns: true, [], and).Started();

    /// <summary>The same as another process on a database that outlives it.</summary>
    public static Task<ScreeningsApp> StartAsync(
        FreshDatabase database, Action<IServiceCollection> and, params (string Key, string Value)[] settings) =>
        Task.FromResult(new ScreeningsApp(database, owns: false, settings, and).Started());

    /// <summary>Another process on a database that outlives it.</summary>
    public static Task<ScreeningsApp> StartAsync(FreshDatabase database, params (string Key, string Value)[] settings) =>
        Task.FromResult(new ScreeningsApp(database, owns: false, settings).Started());

    ScreeningsApp Started()
    {
        UseKestrel(); // Its port is a setting: given here it would be set while the program may already listen.
        StartServer();
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseSetting("Site:BaseUrl", BaseUrl);
        builder.UseSetting("Storage:Provider", _database.Provider);
        builder.UseSetting("ConnectionStrings:Screenings", _database.ConnectionString);
        builder.UseSetting("Media:Folder", Media);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        // Files as they are published, compressed; not as they are sent while somebody edits them.
        builder.ConfigureAppConfiguration(
            settings => settings.AddInMemoryCollection([KeyValuePair.Create("ReloadStaticAssetsAtRuntime", (string?)"false")]));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Information));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(host => _modelMetadata ??= ActivatorUtilities.CreateInstance<DefaultModelMetadataProvider>(host));
            services.AddHttpContextAccessor(); // by which the counter tells requests from what goes on beside them
            services.ConfigureDbContext<ScreeningsDb>(options => options.AddInterceptors(Statements));
            _and(services);
        });
    }

    /// <summary>Somebody without an account.</summary>
    public Client AsVisitor() => new(this, null);

    /// <summary>Somebody who works for an organisation (made where there is none of that name).</summary>
    public async Task<Client> AsOrganiserAsync(string organisation = "Homs Campaign", MemberRole role = MemberRole.Owner)
    {
        var id = await Programme.AddOrganisation(organisation);
        return await SignInAsync(
            db => db.Members.Add(new Member { OrganisationId = id, UserId = db.Users.Local.Single().Id, Role = role }));
    }

    /// <summary>Somebody who runs the site.</summary>
    public Task<Client> AsAdministratorAsync() => SignInAsync(db => GiveRole(db, SiteRoles.Administrator));

    /// <summary>Somebody who keeps films, people and venues of all organisations tidy.</summary>
    public Task<Client> AsSiteEditorAsync() => SignInAsync(db => GiveRole(db, SiteRoles.SiteEditor));

    static void GiveRole(ScreeningsDb db, string name)
    {
        var role = db.Roles.SingleOrDefault(r => r.Name == name)
            ?? db.Roles.Add(new IdentityRole<int>(name) { NormalizedName = name.ToUpperInvariant() }).Entity;
        db.SaveChangesAsync(CancellationToken.None).GetAwaiter().GetResult();
        db.UserRoles.Add(new IdentityUserRole<int> { RoleId = role.Id, UserId = db.Users.Local.Single().Id });
    }

    // With a cookie made by the program's own means, so that only the tests of signing in pay for hashing passwords.
    async Task<Client> SignInAsync(Action<ScreeningsDb> give)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        var email = $"person{Interlocked.Increment(ref _people)}@example.org";
        var user = new User
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N")
        };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        give(db);
        await db.SaveChangesAsync();

        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddDays(1000) };
        // So that only the tests of sessions have to do with their end, it has yet to begin.
        var session = new Session { UserId = user.Id, BegunAt = Clock.Now + NodaTime.Duration.FromDays(1000), LastUsedAt = Clock.Now };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        properties.Items["session"] = $"{session.Id}";
        var ticket = cookie.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
        return new Client(this, $"{cookie.Cookie.Name}={ticket}") { Email = email, UserId = user.Id };
    }

    /// <summary>Does something with the program's own database context.</summary>
    public async Task<T> InDbAsync<T>(Func<ScreeningsDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<ScreeningsDb>());
    }

    public Task InDbAsync(Func<ScreeningsDb, Task> act) => InDbAsync(async db => { await act(db); return true; });

    /// <summary>Puts out of date what is kept of an area, as a save does.</summary>
    public Task RaiseAsync(Area area) => InDbAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Raise(area);
        await transaction.CommitAsync();
    });

    /// <summary>The number that the database has for an area; 0 where nothing of it was ever saved.</summary>
    public Task<long> VersionOfAsync(Area area) =>
        InDbAsync(db => db.Versions.Where(v => v.Area == area.Name).Select(v => v.Number).SingleOrDefaultAsync());

    /// <summary>The number of SQL statements that a visitor's first look at an address costs.</summary>
    public async Task<int> StatementsOfAsync(string path)
    {
        await RaiseAsync(Area.Programme); // forget what is cached
        await AsVisitor().GetAsync("/"); // what the clock changes next is found out once for all pages
        Statements.Reset();
        var answer = await AsVisitor().GetAsync(path);
        Assert.Equal(200, answer.Status);
        return Statements.Statements.Count;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase) await _database.DisposeAsync();
    }
}

/// <summary>Keeps what the program logs.</summary>
public sealed class LogBook : ILoggerProvider
{
    readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public int Count => _lines.Count;

    public void Forget() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Page(this, categoryName);

    public void Dispose() { }

    sealed class Page(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId,
            TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book._lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
