using HomsScreenings.Web.Commands;

return await CommandLine.RunAsync(args);

/// <summary>Named so that the tests can start the program.</summary>
public partial class Program;
