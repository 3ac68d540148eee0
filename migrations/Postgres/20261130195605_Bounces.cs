using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Bounces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "HardBounces",
                table: "Subscriptions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasComplained",
                table: "Subscriptions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastBounceAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StoppedAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_LastBounceAt",
                table: "Subscriptions",
                column: "LastBounceAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_StoppedAt",
                table: "Subscriptions",
                column: "StoppedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_LastBounceAt",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_StoppedAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "HardBounces",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "HasComplained",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "LastBounceAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "StoppedAt",
                table: "Subscriptions");
        }
    }
}
