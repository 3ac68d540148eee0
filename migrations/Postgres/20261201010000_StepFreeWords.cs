using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StepFreeWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Written anew at the next start: what has no steps is no longer found by 'free'.
            migrationBuilder.Sql("""DELETE FROM "ScreeningWords";""");
            migrationBuilder.Sql("""DELETE FROM "KnownWords";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
