using Microsoft.EntityFrameworkCore.Migrations;

namespace HomsScreenings.Migrations;

/// <summary>
/// The number of the programme's state goes on where it stood, from the one row of before to the row of its area and
/// back: a number that was there before must not come again. The first and the last line of a migration that exchanges
/// the tables; what is generated in between stays as it is generated. The same on every database.
/// </summary>
static class VersionNumbers
{
    const string Kept = "\"KeptVersion\"";

    public static void KeepStamp(MigrationBuilder migration) =>
        migration.Sql($"""CREATE TABLE {Kept} AS SELECT "Value" AS "Number" FROM "ProgrammeStamp";""");

    public static void PutIntoVersions(MigrationBuilder migration)
    {
        migration.Sql($"""INSERT INTO "Versions" ("Area", "Number") SELECT 'programme', "Number" FROM {Kept};""");
        migration.Sql($"DROP TABLE {Kept};");
    }

    public static void KeepVersion(MigrationBuilder migration) =>
        migration.Sql($"""CREATE TABLE {Kept} AS SELECT "Number" FROM "Versions" WHERE "Area" = 'programme';""");

    public static void PutIntoStamp(MigrationBuilder migration)
    {
        migration.Sql($"""UPDATE "ProgrammeStamp" SET "Value" = (SELECT "Number" FROM {Kept});""");
        migration.Sql($"DROP TABLE {Kept};");
    }
}
