using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Interests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ShowsInterest",
                table: "Series",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsInterest",
                table: "Films",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Interests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FilmId = table.Column<int>(type: "INTEGER", nullable: true),
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Town = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: false),
                    Km = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LookedUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interests", x => x.Id);
                    table.CheckConstraint("CK_Interest_in_one_thing", "NOT ((\"FilmId\" IS NULL) = (\"SeriesId\" IS NULL))");
                    table.ForeignKey(
                        name: "FK_Interests_Films_FilmId",
                        column: x => x.FilmId,
                        principalTable: "Films",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Interests_Series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "Series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Interests_ConfirmedAt_AskedAt",
                table: "Interests",
                columns: new[] { "ConfirmedAt", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Interests_LookedUntil",
                table: "Interests",
                column: "LookedUntil",
                filter: "\"ConfirmedAt\" IS NOT NULL AND \"ToldAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Interests_OfAddressInFilm",
                table: "Interests",
                columns: new[] { "EmailKey", "FilmId", "Town", "Country", "Part", "Latitude", "Longitude" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interests_OfAddressInSeries",
                table: "Interests",
                columns: new[] { "EmailKey", "SeriesId", "Town", "Country", "Part", "Latitude", "Longitude" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interests_SeriesId",
                table: "Interests",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_Interests_ToldAt",
                table: "Interests",
                column: "ToldAt");

            migrationBuilder.CreateIndex(
                name: "IX_Interests_Waiting",
                table: "Interests",
                columns: new[] { "FilmId", "SeriesId", "Town", "Country", "Part", "Latitude", "Longitude", "ConfirmedAt", "ToldAt" },
                filter: "\"ConfirmedAt\" IS NOT NULL AND \"ToldAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Interests");

            migrationBuilder.DropColumn(
                name: "ShowsInterest",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "ShowsInterest",
                table: "Films");
        }
    }
}
