using HomsScreenings.Migrations.Sqlite;
using Microsoft.Data.Sqlite;

namespace HomsScreenings.Tests.Storage;

public sealed class FullDiskTests
{
    [Fact]
    public void A_file_without_room_may_have_some_later_and_a_broken_rule_stays_broken()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run("CREATE TABLE T (A TEXT UNIQUE); INSERT INTO T VALUES ('once'); PRAGMA max_page_count = 1");
        Assert.False(SqliteStorage.IsUnavailable(Assert.Throws<SqliteException>(() => Run("INSERT INTO T VALUES ('once')"))));
        Assert.True(
            SqliteStorage.IsUnavailable(Assert.Throws<SqliteException>(() => Run("INSERT INTO T VALUES (hex(zeroblob(100000)))"))));

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
