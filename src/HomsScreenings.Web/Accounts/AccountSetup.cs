using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace HomsScreenings.Web.Accounts;

/// <summary>Accounts with ASP.NET Core Identity and cookies.</summary>
static class AccountSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentity<User, IdentityRole<int>>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.Password.RequiredLength = 12;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<ScreeningsDb>().AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/error/403";
            cookie.Cookie.Name = "desk";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddDataProtection().SetApplicationName("HomsScreenings");
        services.AddRateLimiter(_ => { });
    }
}
