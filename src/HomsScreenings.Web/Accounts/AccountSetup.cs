using HomsScreenings.Accounts;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Accounts;

/// <summary>Accounts with ASP.NET Core Identity and cookies.</summary>
static class AccountSetup
{
    /// <summary>How long a session lasts that is not used.</summary>
    static readonly TimeSpan Unused = TimeSpan.FromDays(14);

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityRules();
        services.AddCookies(
            secure: builder.Configuration["Site:BaseUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true);
        services.AddKeys();
        services.AddScoped<NewAccounts>();
        services.AddScoped<SetupToken>();
        services.AddScoped<Invitations>();
        services.AddScoped<PasswordReset>();
        services.AddSingleton<PasswordResetQueue>();
        services.AddHostedService(all => all.GetRequiredService<PasswordResetQueue>());
        services.AddScoped<Sessions>();
        services.AddScoped<ISecurityEvents, SecurityEvents>();
        services.AddSingleton<FormAccount>();
        services.AddScoped<KeptForms>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<StaleFormFilter>());
    }

    static void AddIdentityRules(this IServiceCollection services)
    {
        services.AddIdentity<User, IdentityRole<int>>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = ""; // the name is the email address, which has its own rule
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserManager<ClockedUsers>()
            .AddErrorDescriber<AccountWords>()
            .AddEntityFrameworkStores<ScreeningsDb>()
            .AddDefaultTokenProviders();
        services.Replace(ServiceDescriptor.Scoped<IPasswordValidator<User>, ObviousPasswords>());
        services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<User>, NormalizedPasswordHasher>());
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000); // OWASP's advice for PBKDF2 with SHA-512
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = PasswordResetLetter.ValidFor.ToTimeSpan());
    }

    // A site whose address is https gets its cookies over https alone; one tried out at http://localhost could not be
    // signed in to otherwise. '__Host-' makes browsers refuse a cookie that a neighbouring host or a plain connection tries to plant.
    static void AddCookies(this IServiceCollection services, bool secure)
    {
        services.AddScoped<DeskCookieEvents>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.LogoutPath = "/account/sign-out";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = Unused;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(DeskCookieEvents);
            Name(cookie.Cookie, "desk", SameSiteMode.Lax);
        });
        services.AddAntiforgery(form =>
        {
            form.SuppressXFrameOptionsHeader = true; // the Content-Security-Policy says it already, and more strictly
            Name(form.Cookie, "form", SameSiteMode.Strict);
        });
        services.Configure<CookieTempDataProviderOptions>(note => Name(note.Cookie, "note", SameSiteMode.Lax));

        void Name(CookieBuilder cookie, string name, SameSiteMode sameSite)
        {
            cookie.Name = secure ? $"__Host-{name}" : name;
            cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.HttpOnly = true;
            cookie.SameSite = sameSite;
            cookie.Path = "/";
        }
    }

    // Keys are stored readable, and on purpose: a key to lock them with would have to lie beside them. Whoever can read
    // the database or a backup of it can forge a session; SECURITY.md says so.
    static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("HomsScreenings");
        services.AddSingleton<DatabaseKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeys>((keys, database) =>
        {
            keys.XmlRepository = database;
            keys.XmlEncryptor = new NullXmlEncryptor();
        });
    }
}
