using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomsScreenings.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Bookings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ScreeningId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AccessNeeds = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Wheelchairs = table.Column<int>(type: "INTEGER", nullable: false),
                    Companions = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    Turn = table.Column<long>(type: "INTEGER", nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OfferedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    WantsNoReminders = table.Column<bool>(type: "INTEGER", nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ThankedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => x.Id);
                    table.CheckConstraint("CK_Booking_empty_party", "NOT (\"People\" < 1 OR \"Wheelchairs\" < 0 OR \"Companions\" < 0 OR \"Wheelchairs\" + \"Companions\" > \"People\")");
                    table.CheckConstraint("CK_Booking_forgotten_and_known", "NOT (\"ErasedAt\" IS NOT NULL AND (\"Name\" IS NOT NULL OR \"AccessNeeds\" IS NOT NULL OR \"Comment\" IS NOT NULL OR \"Code\" IS NOT NULL OR \"RequestKey\" IS NOT NULL))");
                    table.CheckConstraint("CK_Booking_guest_without_address", "NOT ((\"Email\" IS NULL) <> (\"ErasedAt\" IS NOT NULL))");
                    table.CheckConstraint("CK_Booking_held_without_end", "NOT ((\"State\" IN ('Unconfirmed', 'Offered')) <> (\"HeldUntil\" IS NOT NULL))");
                    table.CheckConstraint("CK_Booking_State_known", "NOT (NOT \"State\" IN ('Unconfirmed', 'Booked', 'Waiting', 'Offered', 'Cancelled', 'Lapsed'))");
                    table.CheckConstraint("CK_Booking_unknown_rating", "NOT (\"Rating\" < 1 OR \"Rating\" > 5)");
                    table.CheckConstraint("CK_Booking_waits_without_turn", "NOT (\"State\" IN ('Waiting', 'Offered') AND \"Turn\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Bookings_Screenings_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuestListViews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ScreeningId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuestListViews", x => x.Id);
                    table.CheckConstraint("CK_GuestListView_Form_known", "NOT (NOT \"Form\" IN ('List', 'Door', 'Print', 'File'))");
                    table.ForeignKey(
                        name: "FK_GuestListViews_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_GuestListViews_Screenings_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "OutboxAttempts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Error = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutboxAttempts_Outbox_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Outbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SeatRules",
                columns: table => new
                {
                    ScreeningId = table.Column<int>(type: "INTEGER", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosesMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    LargestParty = table.Column<int>(type: "INTEGER", nullable: false),
                    WheelchairPlaces = table.Column<int>(type: "INTEGER", nullable: false),
                    CompanionPlaces = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmByLink = table.Column<bool>(type: "INTEGER", nullable: false),
                    OfferHours = table.Column<int>(type: "INTEGER", nullable: false),
                    OffersEndHours = table.Column<int>(type: "INTEGER", nullable: false),
                    ReminderHours = table.Column<int>(type: "INTEGER", nullable: true),
                    PrivateAddress = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Availability = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    FactsNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticeDueAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeatRules", x => x.ScreeningId);
                    table.CheckConstraint("CK_SeatRules_Availability_known", "NOT (NOT \"Availability\" IN ('Open', 'Few', 'WaitingList'))");
                    table.CheckConstraint("CK_SeatRules_negative", "NOT (\"ClosesMinutes\" < 0 OR \"LargestParty\" < 1 OR \"WheelchairPlaces\" < 0 OR \"CompanionPlaces\" < 0 OR \"OfferHours\" < 1 OR \"OffersEndHours\" < 0 OR \"ReminderHours\" < 1)");
                    table.ForeignKey(
                        name: "FK_SeatRules_Screenings_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ToldFacts",
                columns: table => new
                {
                    ScreeningId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToldFacts", x => new { x.ScreeningId, x.Number });
                    table.ForeignKey(
                        name: "FK_ToldFacts_Screenings_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DoorCounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ScreeningId = table.Column<int>(type: "INTEGER", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BookingId = table.Column<int>(type: "INTEGER", nullable: true),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoorCounts", x => x.Id);
                    table.CheckConstraint("CK_DoorCount_negative", "NOT (\"People\" < 0)");
                    table.ForeignKey(
                        name: "FK_DoorCounts_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DoorCounts_Screenings_ScreeningId",
                        column: x => x.ScreeningId,
                        principalTable: "Screenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GuestLinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookingId = table.Column<int>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuestLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuestLinks_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GuestQuestions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredById = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuestQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuestQuestions_AspNetUsers_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_GuestQuestions_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Leases",
                columns: new[] { "Name", "Holder", "Until" },
                values: new object[] { "rounds", "", new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc) });

            // Columns are added with their constraints: what EF Core would write copies the whole table and cannot do so
            // in the transaction, and a program that is killed meanwhile would leave half of it.
            migrationBuilder.Sql("""
                ALTER TABLE "Screenings" ADD COLUMN "Booking" TEXT NOT NULL DEFAULT 'None'
                    CONSTRAINT "CK_Screening_Booking_known" CHECK (NOT (NOT "Booking" IN ('None', 'WalkIn', 'External', 'Seats')));
                ALTER TABLE "Outbox" ADD COLUMN "FactsBefore" INTEGER NULL;
                ALTER TABLE "Outbox" ADD COLUMN "Kind" TEXT NULL;
                ALTER TABLE "Outbox" ADD COLUMN "QuestionId" INTEGER NULL
                    CONSTRAINT "FK_Outbox_GuestQuestions_QuestionId" REFERENCES "GuestQuestions" ("Id") ON DELETE CASCADE;
                ALTER TABLE "Outbox" ADD COLUMN "BookingId" INTEGER NULL
                    CONSTRAINT "FK_Outbox_Bookings_BookingId" REFERENCES "Bookings" ("Id") ON DELETE CASCADE
                    CONSTRAINT "CK_OutboxMessage_to_nobody" CHECK (NOT (("Recipient" = '') <> ("BookingId" IS NOT NULL)))
                    CONSTRAINT "CK_OutboxMessage_guest_without_kind" CHECK (NOT (("Kind" IS NULL) <> ("BookingId" IS NULL)));
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_BookingId",
                table: "Outbox",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_QuestionId",
                table: "Outbox",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ErasedAt",
                table: "Bookings",
                column: "ErasedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ScreeningId_Code",
                table: "Bookings",
                columns: new[] { "ScreeningId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ScreeningId_RequestKey",
                table: "Bookings",
                columns: new[] { "ScreeningId", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ScreeningId_State_Turn",
                table: "Bookings",
                columns: new[] { "ScreeningId", "State", "Turn" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_State_HeldUntil",
                table: "Bookings",
                columns: new[] { "State", "HeldUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_DoorCounts_BookingId",
                table: "DoorCounts",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_DoorCounts_ScreeningId_Device_BookingId",
                table: "DoorCounts",
                columns: new[] { "ScreeningId", "Device", "BookingId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoorCounts_WalkIns",
                table: "DoorCounts",
                columns: new[] { "ScreeningId", "Device" },
                unique: true,
                filter: "\"BookingId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GuestLinks_BookingId",
                table: "GuestLinks",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_GuestLinks_TokenHash",
                table: "GuestLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuestListViews_ScreeningId_At",
                table: "GuestListViews",
                columns: new[] { "ScreeningId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_GuestListViews_UserId",
                table: "GuestListViews",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_GuestQuestions_AnsweredById",
                table: "GuestQuestions",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_GuestQuestions_BookingId",
                table: "GuestQuestions",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxAttempts_MessageId",
                table: "OutboxAttempts",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_SeatRules_NoticeDueAt",
                table: "SeatRules",
                column: "NoticeDueAt");

            // What had a link to book elsewhere is booked elsewhere.
            migrationBuilder.Sql("UPDATE \"Screenings\" SET \"Booking\" = 'External' WHERE \"BookingUrl\" IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE "FormerOutbox" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
                    "MessageId" TEXT NOT NULL, "Recipient" TEXT NOT NULL, "Subject" TEXT NOT NULL, "Body" TEXT NOT NULL, "CreatedAt" TEXT NOT NULL,
                    "SentAt" TEXT NULL, "Attempts" INTEGER NOT NULL, "DueAt" TEXT NOT NULL, "LastError" TEXT NULL);
                INSERT INTO "FormerOutbox" SELECT "Id", "MessageId", "Recipient", "Subject", "Body", "CreatedAt", "SentAt", "Attempts", "DueAt", "LastError"
                    FROM "Outbox" WHERE "BookingId" IS NULL;
                DROP TABLE "OutboxAttempts";
                DROP TABLE "Outbox";
                ALTER TABLE "FormerOutbox" RENAME TO "Outbox";
                CREATE UNIQUE INDEX "IX_Outbox_MessageId" ON "Outbox" ("MessageId");
                CREATE INDEX "IX_Outbox_SentAt_DueAt" ON "Outbox" ("SentAt", "DueAt");
                ALTER TABLE "Screenings" DROP COLUMN "Booking";
                """);

            migrationBuilder.DropTable(name: "DoorCounts");
            migrationBuilder.DropTable(name: "GuestLinks");
            migrationBuilder.DropTable(name: "GuestListViews");
            migrationBuilder.DropTable(name: "Leases");
            migrationBuilder.DropTable(name: "SeatRules");
            migrationBuilder.DropTable(name: "ToldFacts");
            migrationBuilder.DropTable(name: "GuestQuestions");
            migrationBuilder.DropTable(name: "Bookings");
        }
    }
}
