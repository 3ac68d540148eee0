using Microsoft.EntityFrameworkCore.Migrations;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>
/// How PostgreSQL is to plan the queries of this database. It compiles none, for compiling takes longer than any of them
/// does; and it takes a jump on the disk for hardly dearer than the next page, as it is where there is an SSD or enough
/// memory: only then does it answer from the narrow indexes. Where the role that migrates may not say so, things stay as
/// they are.
/// </summary>
static class QueryPlanning
{
    public static void Set(MigrationBuilder migration)
    {
        Alter(migration, "SET jit = off");
        Alter(migration, "SET random_page_cost = 1.1");
    }

    public static void Reset(MigrationBuilder migration)
    {
        Alter(migration, "RESET jit");
        Alter(migration, "RESET random_page_cost");
    }

    static void Alter(MigrationBuilder migration, string what) => migration.Sql($"""
        DO $$ BEGIN
            EXECUTE format('ALTER DATABASE %I {what}', current_database());
        EXCEPTION WHEN insufficient_privilege THEN NULL;
        END $$;
        """);
}
