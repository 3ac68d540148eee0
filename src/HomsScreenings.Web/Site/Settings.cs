using System.Globalization;

namespace HomsScreenings.Web.Site;

static class Settings
{
    /// <summary>A setting that is a whole number from 1 on.</summary>
    /// <exception cref="StartupProblem">It is something else.</exception>
    public static int AtLeastOne(this IConfiguration settings, string key, int usual) => settings[key] is not { Length: > 0 } typed ? usual
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new StartupProblem($"The setting {key} is '{typed}'; it is a whole number from 1 on.");
}
