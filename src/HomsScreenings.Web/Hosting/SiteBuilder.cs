using System.Text.Encodings.Web;
using System.Text.Unicode;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Endpoints;
using HomsScreenings.Web.Endpoints.Api;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Jobs;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Mail;
using HomsScreenings.Web.Pictures;
using HomsScreenings.Web.Sharing;
using HomsScreenings.Web.Site;
using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.WebEncoders;

namespace HomsScreenings.Web.Hosting;

/// <summary>Puts the program together: a table of contents of what it consists of.</summary>
static class SiteBuilder
{
    /// <exception cref="StartupProblem">A setting cannot be used.</exception>
    public static WebApplication Build(string[] settings)
    {
        try { return PutTogether(settings); }
        catch (DirectoryNotFoundException problem)
        {
            throw new StartupProblem($"The content root is set to {problem.Message}, and there is no such folder.");
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or InvalidDataException or FormatException or ArgumentException
            or InvalidOperationException { InnerException: FormatException or ArgumentException })
        {
            // What the framework says of broken JSON, of a word that no database knows.
            throw new StartupProblem($"The settings cannot be used: {problem.Message.ReplaceLineEndings(" ").TrimEnd('.')}.");
        }
    }

    // So long that a search of a whole pasted page still gets the site's own sentence.
    const int MaxAddressLength = 32 * 1024;

    // Several times the longest film in ten languages; a guest sends a thousandth of it.
    const int MaxBodyBytes = 4 * 1024 * 1024;

    static WebApplication PutTogether(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxAddressLength;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = OpenFiles.MaxConnections;
        });
        builder.Configuration.AddSecretFiles();
        builder.Configuration.RefuseUnknownSettings();
        builder.WebHost.UseStaticWebAssetsOutsideDevelopment(builder.Environment);

        // What stops a start is said by the command, in one line; the host would say it before with a stack trace.
        var isUp = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isUp && level >= LogLevel.Warning);

        builder.Services.AddSafeLogging();

        // What fails there fails here too, and is told by the error log, the version watcher or the jobs; with every failure twice a
        // database that is away would fill the log.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);

        // The site
        builder.Services.Configure<SiteOptions>(builder.Configuration.GetSection("Site"));
        builder.Services.AddSingleton<SiteAddress>();
        builder.AddStorage();
        builder.Services.AddHostedService<VersionWatcher>();
        builder.AddBackgroundJobs();

        // Pages
        builder.Services.AddRazorPages(options => options.Conventions.AddPublicAndDeskConventions());
        // Arabic as Arabic
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        builder.Services.AddDesk();
        builder.AddAccounts();
        builder.Services.AddSingleton<RateLimits>();
        builder.AddMail();
        builder.AddPictures();
        builder.Services.AddSingleton<SharePictures>();
        builder.AddGuests();
        builder.Services.AddProblemDetails();
        builder.AddApiDescription();
        builder.Services.AddExceptionHandler<ErrorLog>();
        builder.Services.AddExceptionHandler<ApiFailure>();

        // The cache
        builder.Services.AddSingleton<ProgrammeClock>();
        builder.Services.AddSingleton(new ResponseMemory(maxBytes: 48 * 1024 * 1024));
        builder.Services.AddSingleton<ResponseCache>();
        builder.Services.AddScoped<AnswerAreas>();

        builder.Services.ConfigureProxies(builder.Configuration);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => isUp = true);
        app.UseKnownResponses(); // its answers bring all their headers with them
        app.UseSecurityHeaders();
        app.UseLanguagePrefix();
        app.UsePrivateAnswers();
        app.UseRequestReferences();
        app.UseForwardedHeaders();
        app.UseErrorPage();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseDatabaseFileGuard();
        app.UseRouting();
        app.UseLanguageBorder();
        app.UseEmbedding();
        app.Use(app.Services.GetRequiredService<RateLimits>().Limit);
        app.UseHttpsForAccounts();
        app.UseReadableForms();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRefusalLog();
        app.UseResponseMaking();
        app.MapStaticAssets().Add(asset => asset.Metadata.Add(Embeddable.Part));
        app.MapRazorPages().WithStaticAssets();
        app.MapFeeds();
        app.MapManifest();
        app.MapWellKnown();
        app.MapSitemaps();
        app.MapSharePictures();
        app.MapPictureFiles();
        app.MapOEmbed();
        app.MapApi();
        app.MapGuestFiles();
        app.MapSubscriptionFiles();
        app.MapHealth();
        return app;
    }

    static void UseErrorPage(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandlingPath = "/error/500",
        CreateScopeForErrors = true, // what could not find out who is signed in would fail there once more
        SuppressDiagnosticsCallback = _ => true, // the error log has said it
    });

    static void UseKnownResponses(this WebApplication app) => app.Use(app.Services.GetRequiredService<ResponseCache>().ServeKnown);

    static void UseResponseMaking(this WebApplication app) => app.Use(app.Services.GetRequiredService<ResponseCache>().MakeAndKeep);

    // Started from its own folder without publishing, the program still finds the files in wwwroot at the top.
    static void UseStaticWebAssetsOutsideDevelopment(this IWebHostBuilder host, IWebHostEnvironment environment)
    {
        if (!environment.IsDevelopment() && !Directory.Exists(environment.WebRootPath)) host.UseStaticWebAssets();
    }

    static void ConfigureProxies(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in configuration.GetSection("Site:Proxies").Get<string[]>() ?? [])
                if (System.Net.IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
                else if (System.Net.IPAddress.TryParse(proxy, out var one)) options.KnownProxies.Add(one);
                else throw new StartupProblem(
                    $"The setting Site:Proxies has '{proxy}', which is neither an address nor a network such as 10.0.0.0/8.");
        });
}
