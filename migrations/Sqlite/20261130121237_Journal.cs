using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Journal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Picture_of_nothing",
                table: "Pictures");

            migrationBuilder.AddColumn<int>(
                name: "EntryId",
                table: "Pictures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Disclaimer",
                table: "OrganisationWording",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Disclaimer",
                table: "Organisations",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Links",
                table: "Organisations",
                type: "TEXT",
                maxLength: 6000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "JournalEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Standfirst = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    TextLanguage = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false, defaultValue: "en"),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Byline = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AuthorNote = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Publication = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Issue = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppearedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OriginalUrl = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    RatingScale = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    ScheduledFor = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CorrectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Correction = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    WithdrawalReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MainPicture = table.Column<string>(type: "TEXT", maxLength: 70, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalEntries", x => x.Id);
                    table.CheckConstraint("CK_JournalEntry_Kind_known", "NOT (NOT \"Kind\" IN ('Review', 'Article', 'News'))");
                    table.CheckConstraint("CK_JournalEntry_public_since_no_time", "NOT (\"Status\" IN ('Published', 'Withdrawn') AND \"PublishedAt\" IS NULL)");
                    table.CheckConstraint("CK_JournalEntry_rated_and_no_review", "NOT (\"Rating\" IS NOT NULL AND \"Kind\" <> 'Review')");
                    table.CheckConstraint("CK_JournalEntry_rated_beyond_its_scale", "NOT (\"Rating\" < 0 OR \"Rating\" > 10 OR (\"Rating\" > 5 AND \"RatingScale\" = 'FiveStars'))");
                    table.CheckConstraint("CK_JournalEntry_RatingScale_known", "NOT (NOT \"RatingScale\" IN ('FiveStars', 'TenPoints'))");
                    table.CheckConstraint("CK_JournalEntry_scheduled_for_no_time", "NOT ((\"Status\" = 'Scheduled') <> (\"ScheduledFor\" IS NOT NULL))");
                    table.CheckConstraint("CK_JournalEntry_Status_known", "NOT (NOT \"Status\" IN ('Draft', 'Scheduled', 'Published', 'Withdrawn'))");
                    table.ForeignKey(
                        name: "FK_JournalEntries_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JournalEntries_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "EntryRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: true),
                    Texts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntryRevisions_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EntrySubjects",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    FilmId = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: true),
                    ScreeningId = table.Column<int>(type: "INTEGER", nullable: true),
                    VenueId = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntrySubjects", x => x.Id);
                    table.CheckConstraint("CK_EntrySubject_of_nothing", "NOT (\"FilmId\" IS NULL AND \"PersonId\" IS NULL AND \"SeriesId\" IS NULL AND \"ScreeningId\" IS NULL AND \"VenueId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_EntrySubjects_Films_FilmId",
                        column: x => x.FilmId,
                        principalTable: "Films",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EntrySubjects_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EntrySubjects_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EntrySubjects_Screenings_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EntrySubjects_Series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "Series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EntrySubjects_Venues_VenueId",
                        column: x => x.VenueId,
                        principalTable: "Venues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EntryTags",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryTags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntryTags_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JournalEntryTranslations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Standfirst = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalEntryTranslations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JournalEntryTranslations_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_EntryId",
                table: "Pictures",
                column: "EntryId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Picture_of_nothing",
                table: "Pictures",
                sql: "NOT (\"FilmId\" IS NULL AND \"PersonId\" IS NULL AND \"VenueId\" IS NULL AND \"SeriesId\" IS NULL AND \"OrganisationId\" IS NULL\nAND \"EntryId\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_EntryRevisions_EntryId_Number",
                table: "EntryRevisions",
                columns: new[] { "EntryId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntrySubjects_EntryId",
                table: "EntrySubjects",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_EntrySubjects_FilmId",
                table: "EntrySubjects",
                column: "FilmId");

            migrationBuilder.CreateIndex(
                name: "IX_EntrySubjects_PersonId",
                table: "EntrySubjects",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_EntrySubjects_ScreeningId",
                table: "EntrySubjects",
                column: "ScreeningId");

            migrationBuilder.CreateIndex(
                name: "IX_EntrySubjects_SeriesId",
                table: "EntrySubjects",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_EntrySubjects_VenueId",
                table: "EntrySubjects",
                column: "VenueId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryTags_EntryId",
                table: "EntryTags",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_AuthorId",
                table: "JournalEntries",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_OrganisationId",
                table: "JournalEntries",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_Slug",
                table: "JournalEntries",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_Status_PublishedAt",
                table: "JournalEntries",
                columns: new[] { "Status", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntryTranslations_EntryId_Language",
                table: "JournalEntryTranslations",
                columns: new[] { "EntryId", "Language" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Pictures_JournalEntries_EntryId",
                table: "Pictures",
                column: "EntryId",
                principalTable: "JournalEntries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Pictures_JournalEntries_EntryId",
                table: "Pictures");

            migrationBuilder.DropTable(
                name: "EntryRevisions");

            migrationBuilder.DropTable(
                name: "EntrySubjects");

            migrationBuilder.DropTable(
                name: "EntryTags");

            migrationBuilder.DropTable(
                name: "JournalEntryTranslations");

            migrationBuilder.DropTable(
                name: "JournalEntries");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_EntryId",
                table: "Pictures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Picture_of_nothing",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "EntryId",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Disclaimer",
                table: "OrganisationWording");

            migrationBuilder.DropColumn(
                name: "Disclaimer",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "Organisations");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Picture_of_nothing",
                table: "Pictures",
                sql: "NOT (\"FilmId\" IS NULL AND \"PersonId\" IS NULL AND \"VenueId\" IS NULL AND \"SeriesId\" IS NULL AND \"OrganisationId\" IS NULL)");
        }
    }
}
