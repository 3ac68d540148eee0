using Microsoft.EntityFrameworkCore.Migrations;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>
/// The words of the screenings as a tsvector that the database makes of them, and a function that finds them by an
/// expression in the other database's manner: <c>"ScreeningSearch"('(homs* OR hims*) AND london*')</c>. The words come
/// folded, so no dictionary has a say. One plain SELECT, which the planner sees through to the index.
/// </summary>
static class FullTextSearch
{
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql("""
            ALTER TABLE "ScreeningWords" ADD COLUMN "Vector" tsvector NOT NULL
            GENERATED ALWAYS AS (array_to_tsvector(string_to_array("Words", ' '))) STORED;
            """);
        migration.Sql("""CREATE INDEX "IX_ScreeningWords_Vector" ON "ScreeningWords" USING gin ("Vector");""");
        migration.Sql("""
            CREATE FUNCTION "ScreeningSearch"(expression text) RETURNS TABLE(rowid integer) LANGUAGE sql STABLE PARALLEL SAFE AS $$
            SELECT w."ScreeningId" FROM "ScreeningWords" w
            WHERE w."Vector" @@ replace(replace(replace(expression, '*', ':*'), ' AND ', ' & '), ' OR ', ' | ')::tsquery
            $$;
            """);
    }

    public static void Drop(MigrationBuilder migration)
    {
        migration.Sql("""DROP FUNCTION "ScreeningSearch"(text);""");
        migration.Sql("""DROP INDEX "IX_ScreeningWords_Vector";""");
    }
}
