using System.Globalization;
using HomsScreenings.Web.Commands;

// The words of the site come from its pages, never from the settings of the machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args);

/// <summary>Named so that the tests can start the program.</summary>
public partial class Program;
