using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HomsScreenings.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Newsletters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Subscription_Rhythm_known",
                table: "Subscriptions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_JournalEntry_Kind_known",
                table: "JournalEntries");

            migrationBuilder.AddColumn<DateTime>(
                name: "AddressSharedAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Newsletters",
                table: "Subscriptions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                table: "JournalEntries",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(7)",
                oldMaxLength: 7);

            migrationBuilder.CreateTable(
                name: "Mailings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EntryId = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    PlannedFor = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PlannedById = table.Column<int>(type: "integer", nullable: true),
                    QueuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Recipients = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mailings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mailings_AspNetUsers_PlannedById",
                        column: x => x.PlannedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Mailings_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Subscription_Rhythm_known",
                table: "Subscriptions",
                sql: "NOT (NOT \"Rhythm\" IN ('AtOnce', 'Weekly', 'Monthly', 'Never'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_JournalEntry_Kind_known",
                table: "JournalEntries",
                sql: "NOT (NOT \"Kind\" IN ('Review', 'Article', 'News', 'Newsletter'))");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_EntryId",
                table: "Mailings",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_PlannedById",
                table: "Mailings",
                column: "PlannedById");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_QueuedAt_PlannedFor",
                table: "Mailings",
                columns: new[] { "QueuedAt", "PlannedFor" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Mailings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Subscription_Rhythm_known",
                table: "Subscriptions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_JournalEntry_Kind_known",
                table: "JournalEntries");

            migrationBuilder.DropColumn(
                name: "AddressSharedAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Newsletters",
                table: "Subscriptions");

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                table: "JournalEntries",
                type: "character varying(7)",
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(10)",
                oldMaxLength: 10);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Subscription_Rhythm_known",
                table: "Subscriptions",
                sql: "NOT (NOT \"Rhythm\" IN ('AtOnce', 'Weekly', 'Monthly'))");

            migrationBuilder.AddCheckConstraint(
                name: "CK_JournalEntry_Kind_known",
                table: "JournalEntries",
                sql: "NOT (NOT \"Kind\" IN ('Review', 'Article', 'News'))");
        }
    }
}
