using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Hosting;

/// <summary>Settings: where secret ones come from, and those that nobody would read or that cannot work.</summary>
static class SettingChecks
{
    /// <summary>Every setting in the sections that are the program's own; docs/self-hosting.md says what each does.</summary>
    public static IReadOnlyDictionary<string, string[]> Known { get; } = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["Site"] = ["Name", "Names", "BaseUrl", "Contact", "Proxies", "HstsIncludeSubDomains"],
        ["Storage"] = ["Provider", "MigrateOnStart"],
        ["Programme"] = ["LoadWhenEmpty", "Sample"],
        ["Mail"] = ["Host", "Port", "User", "Password", "From", "Tls", "BulkPerMinute", "Bounces"],
        ["Mail:Bounces"] = ["Host", "Port", "User", "Password", "Folder", "Tls", "Address", "Keep"],
        ["Media"] = ["Store", "Folder"],
        ["Accounts"] = ["TriesPerMinute", "TriesPerMinuteOfNetwork", "EventDays"],
        ["Guests"] =
            ["KeepDays", "FormsPerMinute", "FormsPerMinuteOfNetwork", "MailsPerDay", "SeatsPercentOfNetwork", "ConfirmScarceSeats"],
        ["Interests"] = ["UnconfirmedDays", "KeepDays"],
    };

    /// <summary>
    /// Reads secrets from files that are named like settings, 'Mail__Password': those that containers are given, and
    /// those that systemd hands over. They count more than everything else.
    /// </summary>
    public static void AddSecretFiles(this IConfigurationBuilder settings)
    {
        foreach (var folder in new[] { "/run/secrets", Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") })
            if (Directory.Exists(folder)) settings.AddKeyPerFile(folder, optional: true);
    }

    /// <exception cref="StartupProblem">There is a setting in one of the program's own sections that means nothing.</exception>
    public static void RefuseUnknownSettings(this IConfiguration settings)
    {
        foreach (var (section, names) in Known)
            foreach (var setting in settings.GetSection(section).GetChildren())
                if (!names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                    throw new StartupProblem(
                        $"There is no setting {section}:{setting.Key}; in {section} there are {string.Join(", ", names)}.");
    }

    /// <exception cref="StartupProblem">The address of the site is missing where it is needed, or is none.</exception>
    public static void RequireBaseUrl(this WebApplication app)
    {
        var address = app.Configuration["Site:BaseUrl"];
        if (string.IsNullOrWhiteSpace(address) && !app.Environment.IsDevelopment())
            throw new StartupProblem(
                "The setting Site:BaseUrl is missing: outside Development the links in feeds and mail need the site's address, such as https://screenings.example.org.");
        if (string.IsNullOrWhiteSpace(address)) return;
        if (!(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new StartupProblem(
                $"The setting Site:BaseUrl is '{address}', which is not a web address such as https://screenings.example.org.");
        if (uri.PathAndQuery is not "/" || uri.Fragment.Length > 0)
            throw new StartupProblem(
                $"The setting Site:BaseUrl is '{address}'; the site has a host of its own, such as https://screenings.example.org, and no path on one.");
    }
}
