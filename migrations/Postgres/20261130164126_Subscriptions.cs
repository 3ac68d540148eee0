using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Email = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Filter = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    Rhythm = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ToldUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
