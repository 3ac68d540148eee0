using Microsoft.EntityFrameworkCore.Migrations;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>
/// The words of the screenings as an FTS5 table that keeps no text of its own; triggers hold it in step. The words come
/// folded and parted by blanks, so the plainest tokenizer is the right one: it leaves every letter beyond ASCII alone.
/// It is asked as <c>"ScreeningSearch"('expression')</c>, like the function of the other database. A migration that
/// rebuilds ScreeningWords has to make the triggers anew.
/// </summary>
static class FullTextSearch
{
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE VIRTUAL TABLE "ScreeningSearch" USING fts5("Words", content='ScreeningWords', content_rowid='ScreeningId',
            tokenize='ascii', prefix='2 3 4', detail=none);
            """);
        migration.Sql($"""CREATE TRIGGER "ScreeningWords_Added" AFTER INSERT ON "ScreeningWords" BEGIN {Add} END;""");
        migration.Sql($"""CREATE TRIGGER "ScreeningWords_Changed" AFTER UPDATE ON "ScreeningWords" BEGIN {Remove} {Add} END;""");
        migration.Sql($"""CREATE TRIGGER "ScreeningWords_Removed" AFTER DELETE ON "ScreeningWords" BEGIN {Remove} END;""");
    }

    const string Add = """INSERT INTO "ScreeningSearch" (rowid, "Words") VALUES (new."ScreeningId", new."Words");""";
    const string Remove =
        """INSERT INTO "ScreeningSearch" ("ScreeningSearch", rowid, "Words") VALUES ('delete', old."ScreeningId", old."Words");""";

    public static void Drop(MigrationBuilder migration)
    {
        foreach (var trigger in new[] { "Added", "Changed", "Removed" }) migration.Sql($"""DROP TRIGGER "ScreeningWords_{trigger}";""");
        migration.Sql("""DROP TABLE "ScreeningSearch";""");
    }
}
