using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExactAmountsAndPublicWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The words of drafts stood among those that are suggested to everybody. What has no words is indexed when the program starts.
            migrationBuilder.Sql("""DELETE FROM "ScreeningWords";""");
            migrationBuilder.Sql("""DELETE FROM "KnownWords";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
