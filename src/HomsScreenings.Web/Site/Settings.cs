using System.Globalization;

namespace HomsScreenings.Web.Site;

static class Settings
{
    /// <summary>A setting that is a whole number from 1 on.</summary>
    /// <exception cref="StartupProblem">It is something else.</exception>
    public static int AtLeastOne(this IConfiguration settings, string key, int usual) => settings[key] is not { Length: > 0 } typed ? usual
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new StartupProblem($"The setting {key} is '{typed}'; it is a whole number from 1 on.");

    /// <summary>A setting that is true or false.</summary>
    /// <exception cref="StartupProblem">It is something else.</exception>
    public static bool IsOn(this IConfiguration settings, string key, bool usual) => settings[key] is not { Length: > 0 } typed ? usual
        : bool.TryParse(typed, out var isOn) ? isOn
        : throw new StartupProblem($"The setting {key} is '{typed}'; it is true or false.");
}
