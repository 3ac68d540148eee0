using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>The file that holds a database: who may read it, and whether it is still where it was opened.</summary>
public static class SqliteFile
{
    /// <summary>
    /// Makes an empty file that nobody but the account of the program can read, in a folder that nobody else can open:
    /// in it are the keys that sign everybody in. SQLite gives the files that it makes beside it the same rights. What is
    /// there already stays as it is.
    /// </summary>
    /// <returns>Whether it was made.</returns>
    public static bool Make(string file)
    {
        if (File.Exists(file)) return false;
        var folder = Path.GetDirectoryName(file)!;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        new FileStream(file, options).Dispose();
        return true;
    }

    /// <summary>Whether accounts of the machine that have nothing to do with the program can read the file.</summary>
    public static bool IsOpenToOthers(string file)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(file)) return false;
        const UnixFileMode any = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return (File.GetUnixFileMode(file) & any) != UnixFileMode.None
            && (File.GetUnixFileMode(Path.GetDirectoryName(file)!) & UnixFileMode.OtherExecute) != UnixFileMode.None;
    }

    /// <summary>
    /// Whether the file of an open connection was deleted, moved or replaced: what is written to it from then on is in no
    /// file that has a name, and is gone when the program ends (https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).
    /// </summary>
    public static bool HasMoved(this SqliteConnection connection)
    {
        const int hasMoved = 20, done = 0;
        var answer = 0;
        return Control(connection.Handle!.DangerousGetHandle(), IntPtr.Zero, hasMoved, ref answer) == done && answer != 0;
    }

    /// <summary>Whether an open connection may only read its file, whatever it asked for.</summary>
    public static bool IsReadOnly(this SqliteConnection connection) =>
        IsReadOnly(connection.Handle!.DangerousGetHandle(), IntPtr.Zero) == 1;

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_db_readonly")]
    static extern int IsReadOnly(IntPtr connection, IntPtr database);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    static extern int Control(IntPtr connection, IntPtr database, int question, ref int answer);
}
