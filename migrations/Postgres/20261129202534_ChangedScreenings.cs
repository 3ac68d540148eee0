using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ChangedScreenings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ScreeningFilm_FilmId",
                table: "ScreeningFilm");

            migrationBuilder.CreateTable(
                name: "ChangedScreenings",
                columns: table => new
                {
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ScreeningId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangedScreenings", x => new { x.Version, x.ScreeningId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFilm_FilmId_ScreeningId",
                table: "ScreeningFilm",
                columns: new[] { "FilmId", "ScreeningId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangedScreenings");

            migrationBuilder.DropIndex(
                name: "IX_ScreeningFilm_FilmId_ScreeningId",
                table: "ScreeningFilm");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFilm_FilmId",
                table: "ScreeningFilm",
                column: "FilmId");
        }
    }
}
