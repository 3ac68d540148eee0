using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WordingsOfPlacesAndPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TextLanguage",
                table: "Venues",
                type: "TEXT",
                maxLength: 35,
                nullable: false,
                defaultValue: "en");

            migrationBuilder.AddColumn<string>(
                name: "TextLanguage",
                table: "People",
                type: "TEXT",
                maxLength: 35,
                nullable: false,
                defaultValue: "en");

            migrationBuilder.AddColumn<string>(
                name: "TextLanguage",
                table: "Organisations",
                type: "TEXT",
                maxLength: 35,
                nullable: false,
                defaultValue: "en");

            migrationBuilder.CreateTable(
                name: "OrganisationWording",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    About = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationWording", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganisationWording_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonWording",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    About = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonWording", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonWording_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VenueWording",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VenueId = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Directions = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    AccessNotes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    AskFor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ExpectationNotes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VenueWording", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VenueWording_Venues_VenueId",
                        column: x => x.VenueId,
                        principalTable: "Venues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationWording_OrganisationId_Language",
                table: "OrganisationWording",
                columns: new[] { "OrganisationId", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonWording_PersonId_Language",
                table: "PersonWording",
                columns: new[] { "PersonId", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VenueWording_VenueId_Language",
                table: "VenueWording",
                columns: new[] { "VenueId", "Language" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OrganisationWording");

            migrationBuilder.DropTable(
                name: "PersonWording");

            migrationBuilder.DropTable(
                name: "VenueWording");

            migrationBuilder.DropColumn(
                name: "TextLanguage",
                table: "Venues");

            migrationBuilder.DropColumn(
                name: "TextLanguage",
                table: "People");

            migrationBuilder.DropColumn(
                name: "TextLanguage",
                table: "Organisations");
        }
    }
}
