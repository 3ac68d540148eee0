using Microsoft.EntityFrameworkCore.Migrations;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>
/// PostgreSQL may compile a query that it takes for expensive. Compiling takes longer than any query of this program
/// does, so its database does without; where the role that migrates may not say so, things stay as they are.
/// </summary>
static class QueryPlanning
{
    public static void CompileNothing(MigrationBuilder migration) => Set(migration, "SET jit = off");

    public static void CompileAsUsual(MigrationBuilder migration) => Set(migration, "RESET jit");

    static void Set(MigrationBuilder migration, string what) => migration.Sql($"""
        DO $$ BEGIN
            EXECUTE format('ALTER DATABASE %I {what}', current_database());
        EXCEPTION WHEN insufficient_privilege THEN NULL;
        END $$;
        """);
}
