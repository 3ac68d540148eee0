using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FilmsInFullAndDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AdmitsLatecomers",
                table: "Venues",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "AskFor",
                table: "Venues",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CafeOrBar",
                table: "Venues",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "ExpectationNotes",
                table: "Venues",
                type: "TEXT",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "Venues",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "MinimumAge",
                table: "Venues",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NumberedSeats",
                table: "Venues",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "QuietSpace",
                table: "Venues",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "StartsOnTime",
                table: "Venues",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "WithoutAdverts",
                table: "Venues",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "AskFor",
                table: "ScreeningWording",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExpectationNotes",
                table: "ScreeningWording",
                type: "TEXT",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AdmitsLatecomers",
                table: "Screenings",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "AskFor",
                table: "Screenings",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CafeOrBar",
                table: "Screenings",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "ExpectationNotes",
                table: "Screenings",
                type: "TEXT",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinimumAge",
                table: "Screenings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NumberedSeats",
                table: "Screenings",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "QuietSpace",
                table: "Screenings",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "StartsOnTime",
                table: "Screenings",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "WithoutAdverts",
                table: "Screenings",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "AgeRatings",
                table: "Films",
                type: "TEXT",
                maxLength: 1020,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "Films",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Links",
                table: "Films",
                type: "TEXT",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TrailerCaptions",
                table: "Films",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TrailerUrl",
                table: "Films",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Website",
                table: "Films",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FilmAward",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FilmId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Festival = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilmAward", x => x.Id);
                    table.CheckConstraint("CK_FilmAward_Result_known", "NOT (NOT \"Result\" IN ('Won', 'Nominated', 'Selected'))");
                    table.ForeignKey(
                        name: "FK_FilmAward_Films_FilmId",
                        column: x => x.FilmId,
                        principalTable: "Films",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PressQuote",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FilmId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Publication = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PressQuote", x => x.Id);
                    table.CheckConstraint("CK_PressQuote_by_nobody", "NOT (\"Author\" IS NULL AND \"Publication\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_PressQuote_Films_FilmId",
                        column: x => x.FilmId,
                        principalTable: "Films",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Venue_AdmitsLatecomers_known",
                table: "Venues",
                sql: "NOT (NOT \"AdmitsLatecomers\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Venue_age_of_nobody",
                table: "Venues",
                sql: "NOT (\"MinimumAge\" < 0 OR \"MinimumAge\" > 99)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Venue_CafeOrBar_known",
                table: "Venues",
                sql: "NOT (NOT \"CafeOrBar\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Venue_NumberedSeats_known",
                table: "Venues",
                sql: "NOT (NOT \"NumberedSeats\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Venue_QuietSpace_known",
                table: "Venues",
                sql: "NOT (NOT \"QuietSpace\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Venue_StartsOnTime_known",
                table: "Venues",
                sql: "NOT (NOT \"StartsOnTime\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Venue_WithoutAdverts_known",
                table: "Venues",
                sql: "NOT (NOT \"WithoutAdverts\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Screening_AdmitsLatecomers_known",
                table: "Screenings",
                sql: "NOT (NOT \"AdmitsLatecomers\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Screening_age_of_nobody",
                table: "Screenings",
                sql: "NOT (\"MinimumAge\" < 0 OR \"MinimumAge\" > 99)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Screening_CafeOrBar_known",
                table: "Screenings",
                sql: "NOT (NOT \"CafeOrBar\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Screening_NumberedSeats_known",
                table: "Screenings",
                sql: "NOT (NOT \"NumberedSeats\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Screening_QuietSpace_known",
                table: "Screenings",
                sql: "NOT (NOT \"QuietSpace\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Screening_StartsOnTime_known",
                table: "Screenings",
                sql: "NOT (NOT \"StartsOnTime\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Screening_WithoutAdverts_known",
                table: "Screenings",
                sql: "NOT (NOT \"WithoutAdverts\" IN ('Unknown', 'Yes', 'No'))");

            migrationBuilder.CreateIndex(
                name: "IX_FilmAward_FilmId",
                table: "FilmAward",
                column: "FilmId");

            migrationBuilder.CreateIndex(
                name: "IX_PressQuote_FilmId",
                table: "PressQuote",
                column: "FilmId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FilmAward");

            migrationBuilder.DropTable(
                name: "PressQuote");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Venue_AdmitsLatecomers_known",
                table: "Venues");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Venue_age_of_nobody",
                table: "Venues");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Venue_CafeOrBar_known",
                table: "Venues");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Venue_NumberedSeats_known",
                table: "Venues");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Venue_QuietSpace_known",
                table: "Venues");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Venue_StartsOnTime_known",
                table: "Venues");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Venue_WithoutAdverts_known",
                table: "Venues");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Screening_AdmitsLatecomers_known",
                table: "Screenings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Screening_age_of_nobody",
                table: "Screenings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Screening_CafeOrBar_known",
                table: "Screenings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Screening_NumberedSeats_known",
                table: "Screenings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Screening_QuietSpace_known",
                table: "Screenings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Screening_StartsOnTime_known",
                table: "Screenings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Screening_WithoutAdverts_known",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "AdmitsLatecomers",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "AskFor",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "CafeOrBar",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "ExpectationNotes",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "MinimumAge",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "NumberedSeats",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "QuietSpace",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "StartsOnTime",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "WithoutAdverts",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "AskFor",
                table: "ScreeningWording");

            migrationBuilder.DropColumn(
                name: "ExpectationNotes",
                table: "ScreeningWording");

            migrationBuilder.DropColumn(
                name: "AdmitsLatecomers",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "AskFor",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "CafeOrBar",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "ExpectationNotes",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "MinimumAge",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "NumberedSeats",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "QuietSpace",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "StartsOnTime",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "WithoutAdverts",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AgeRatings",
                table: "Films");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "Films");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "Films");

            migrationBuilder.DropColumn(
                name: "TrailerCaptions",
                table: "Films");

            migrationBuilder.DropColumn(
                name: "TrailerUrl",
                table: "Films");

            migrationBuilder.DropColumn(
                name: "Website",
                table: "Films");
        }
    }
}
