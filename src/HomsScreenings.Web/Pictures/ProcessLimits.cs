using System.Runtime.InteropServices;

namespace HomsScreenings.Web.Pictures;

/// <summary>Limits that a process puts on itself (setrlimit, POSIX); on other systems than Linux there are none.</summary>
static partial class ProcessLimits
{
    // The numbers that Linux gives them.
    const int CpuTime = 0, FileSize = 1, Data = 2;

    /// <summary>Ends the process when it takes more.</summary>
    /// <param name="cpu">Of the processor.</param>
    /// <param name="fileBytes">Of a file that it writes.</param>
    /// <param name="dataBytes">Of memory that it writes to; asking for more fails.</param>
    public static void Set(TimeSpan cpu, long fileBytes, long dataBytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess) return;
        Set(CpuTime, (long)cpu.TotalSeconds);
        Set(FileSize, fileBytes);
        Set(Data, dataBytes);
        // Where the machine itself runs short, this process goes first.
        File.WriteAllText("/proc/self/oom_score_adj", "1000");
    }

    static void Set(int limit, long most)
    {
        var pair = new Limit { Soft = (ulong)most, Hard = (ulong)most };
        if (SetLimit(limit, in pair) != 0) throw new InvalidOperationException($"The limit {limit} cannot be set.");
    }

    [StructLayout(LayoutKind.Sequential)]
    struct Limit
    {
        public ulong Soft, Hard;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int limit, in Limit most);
}
