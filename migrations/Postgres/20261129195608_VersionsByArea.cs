using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class VersionsByArea : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            VersionNumbers.KeepStamp(migrationBuilder);

            migrationBuilder.DropTable(
                name: "ProgrammeStamp");

            migrationBuilder.DeleteData(
                table: "Leases",
                keyColumn: "Name",
                keyValue: "rounds");

            migrationBuilder.CreateTable(
                name: "Versions",
                columns: table => new
                {
                    Area = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Versions", x => x.Area);
                });

            VersionNumbers.PutIntoVersions(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            VersionNumbers.KeepVersion(migrationBuilder);

            migrationBuilder.DropTable(
                name: "Versions");

            migrationBuilder.CreateTable(
                name: "ProgrammeStamp",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeStamp", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "Leases",
                columns: new[] { "Name", "Holder", "Until" },
                values: new object[] { "rounds", "", new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc) });

            migrationBuilder.InsertData(
                table: "ProgrammeStamp",
                columns: new[] { "Id", "Value" },
                values: new object[] { 1, 1L });

            VersionNumbers.PutIntoStamp(migrationBuilder);
        }
    }
}
