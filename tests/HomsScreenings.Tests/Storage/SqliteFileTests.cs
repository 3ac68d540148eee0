using System.Runtime.Versioning;
using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Tests.Processes;

namespace HomsScreenings.Tests.Storage;

/// <summary>Who can read the file of a database: the keys that sign everybody in are in it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteFileTests
{
    [Fact]
    public async Task The_program_makes_its_file_for_itself_alone_and_warns_when_others_can_read_it()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("homs-file-").FullName, "new", "folder");
        var file = Path.Combine(folder, "screenings.db");
        var settings = RunningProgram.SettingsFor("Sqlite", $"Data Source={file}");
        await using (var program = await RunningProgram.ServeAsync(settings))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            foreach (var one in Directory.GetFiles(folder))
                Assert.Equal((one, UnixFileMode.UserRead | UnixFileMode.UserWrite), (one, File.GetUnixFileMode(one)));
            Assert.Contains("screenings.db-wal", Directory.GetFiles(folder).Select(Path.GetFileName));
            program.Terminate();
            var ended = await program.EndAsync();
            Assert.Contains($"Made a new database at {file}.\n", ended.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Other accounts", ended.Output, StringComparison.Ordinal);
        }

        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherRead);
        Assert.False(SqliteFile.IsOpenToOthers(file)); // nobody else gets into its folder
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        Assert.True(SqliteFile.IsOpenToOthers(file));
        await using (var program = await RunningProgram.ServeAsync(settings))
        {
            program.Terminate();
            var ended = await program.EndAsync();
            Assert.Contains($"Other accounts of this machine can read the database {file}", ended.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Made a new database", ended.Output, StringComparison.Ordinal);
        }
    }
}
