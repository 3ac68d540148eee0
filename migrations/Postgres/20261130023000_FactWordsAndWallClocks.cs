using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FactWordsAndWallClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Screenings are found by what they offer, by when they are and by the names of their places in each language too, and a
            // day is in order of the clocks at its places. What has no words is indexed when the program starts, its place in the
            // order with it.
            migrationBuilder.Sql("""DELETE FROM "ScreeningWords";""");
            migrationBuilder.Sql("""DELETE FROM "KnownWords";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
