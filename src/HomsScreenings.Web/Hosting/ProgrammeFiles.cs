using HomsScreenings.Import;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Hosting;

/// <summary>Programme files on the disk; whatever is in the way is said in one sentence.</summary>
static class ProgrammeFiles
{
    /// <summary>
    /// The whole path of a file that somebody typed after a verb. <c>dotnet run --project</c> starts the program in the
    /// folder of the project; the shell that the path was typed into stands elsewhere, and says so in PWD.
    /// </summary>
    public static string Typed(string path)
    {
        var here = Directory.GetCurrentDirectory();
        var shell = Environment.GetEnvironmentVariable("PWD");
        var isRunFromSources = Directory.EnumerateFiles(here, "*.csproj").Any();
        return Path.GetFullPath(path, isRunFromSources && Path.IsPathFullyQualified(shell ?? "") ? shell! : here);
    }

    /// <exception cref="StartupProblem">The file cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try { return await File.ReadAllBytesAsync(path, cancellationToken); }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"The file cannot be read: {problem.Message}");
        }
    }

    /// <summary>Writes beside the file first, so that a half-written one never takes the place of a whole one.</summary>
    /// <exception cref="StartupProblem">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(path + ".part", bytes, cancellationToken);
            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"The file cannot be written: {problem.Message}");
        }
    }

    /// <summary>Loads, or says why the database would not have it.</summary>
    /// <exception cref="StartupProblem">Somebody saved the same records meanwhile, or the database refused.</exception>
    public static async Task<LoadReport> OrProblemAsync(Func<Task<LoadReport>> load)
    {
        try { return await load(); }
        catch (DbUpdateConcurrencyException)
        {
            throw new StartupProblem("Somebody changed the same records meanwhile, and nothing was loaded. Load it again.");
        }
        catch (DbUpdateException problem)
        {
            throw new StartupProblem(
                $"The database refused it, and nothing was loaded: {problem.GetBaseException().Message.ReplaceLineEndings(" ")}");
        }
    }
}
