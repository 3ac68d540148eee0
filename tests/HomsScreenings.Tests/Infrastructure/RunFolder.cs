using System.Globalization;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>
/// Where the databases of a test run lie: a folder of the run's own, in memory where the machine offers that, for none of
/// them outlives its test. It goes with the run; what a run that was killed has left goes with the next one.
/// </summary>
public static class RunFolder
{
    const string Memory = "/dev/shm";
    const string Prefix = "homs-tests-";

    // Several times what one server and the databases of the tests that run at the same time take.
    const long EnoughBytes = 1L << 30;

    public static string Path { get; } = Make();

    static string Make()
    {
        var inMemory = Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > EnoughBytes;
        var parent = inMemory ? Memory : System.IO.Path.GetTempPath();
        if (inMemory) foreach (var left in Directory.GetDirectories(parent, Prefix + "*").Where(IsLeft)) Delete(left);
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"{Prefix}{Environment.ProcessId}")).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return folder;
    }

    static bool IsLeft(string folder) =>
        int.TryParse(System.IO.Path.GetFileName(folder)[Prefix.Length..], CultureInfo.InvariantCulture, out var process)
        && !Directory.Exists($"/proc/{process}");

    static void Delete(string folder)
    {
        try { Directory.Delete(folder, recursive: true); }
        // Another run has done it, or it is somebody else's.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException) { }
    }
}
