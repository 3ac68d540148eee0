using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Find : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AllLanguages",
                table: "Screenings",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "LatestOrder",
                table: "Screenings",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "Screenings",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "Screenings",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Offers",
                table: "Screenings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "OverAt",
                table: "Screenings",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<long>(
                name: "ProgrammeOrder",
                table: "Screenings",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Town",
                table: "Screenings",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TownCountry",
                table: "Screenings",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TownKey",
                table: "Screenings",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "KnownWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownWords", x => x.Word);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningWords",
                columns: table => new
                {
                    ScreeningId = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningWords", x => x.ScreeningId);
                    table.ForeignKey(
                        name: "FK_ScreeningWords_Screenings_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_Latest",
                table: "Screenings",
                columns: new[] { "LatestOrder", "Id", "OverAt", "ProgrammeOrder", "PublishedAt" },
                filter: "\"PublishedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_Near",
                table: "Screenings",
                columns: new[] { "Latitude", "Longitude", "OverAt", "ProgrammeOrder", "Offers", "PublishedAt" },
                filter: "\"PublishedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_Programme",
                table: "Screenings",
                columns: new[] { "ProgrammeOrder", "Id", "OverAt", "LatestOrder", "ProgrammeDate", "Offers", "AllLanguages", "SeriesId", "OrganisationId", "VenueId", "TownCountry", "PublishedAt" },
                filter: "\"PublishedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_Towns",
                table: "Screenings",
                columns: new[] { "TownKey", "TownCountry", "Town", "OverAt", "ProgrammeOrder", "ProgrammeDate", "Latitude", "Longitude", "Offers", "PublishedAt" },
                filter: "\"PublishedAt\" IS NOT NULL");

            FullTextSearch.Create(migrationBuilder);
            QueryPlanning.Set(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            QueryPlanning.Reset(migrationBuilder);
            FullTextSearch.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "KnownWords");

            migrationBuilder.DropTable(
                name: "ScreeningWords");

            migrationBuilder.DropIndex(
                name: "IX_Screenings_Latest",
                table: "Screenings");

            migrationBuilder.DropIndex(
                name: "IX_Screenings_Near",
                table: "Screenings");

            migrationBuilder.DropIndex(
                name: "IX_Screenings_Programme",
                table: "Screenings");

            migrationBuilder.DropIndex(
                name: "IX_Screenings_Towns",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "AllLanguages",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "LatestOrder",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "Offers",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "OverAt",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "ProgrammeOrder",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "Town",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "TownCountry",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "TownKey",
                table: "Screenings");
        }
    }
}
