using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Subscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "Screenings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Filter = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                    table.CheckConstraint("CK_Subscription_Rhythm_known", "NOT (NOT \"Rhythm\" IN ('AtOnce', 'Weekly', 'Monthly'))");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_ConfirmedAt_AskedAt",
                table: "Subscriptions",
                columns: new[] { "ConfirmedAt", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_DueAt",
                table: "Subscriptions",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_EmailKey_Filter",
                table: "Subscriptions",
                columns: new[] { "EmailKey", "Filter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Rhythm_ToldUntil",
                table: "Subscriptions",
                columns: new[] { "Rhythm", "ToldUntil" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "Screenings");

            migrationBuilder.DropColumn(
                name: "IsBulk",
                table: "Outbox");
        }
    }
}
