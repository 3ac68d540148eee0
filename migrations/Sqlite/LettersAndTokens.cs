using Microsoft.EntityFrameworkCore.Migrations;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>
/// One table of tokens for all links, and an outbox that holds no words: takes over what was there. The migration calls
/// this in place of everything that `dotnet ef migrations add` writes for Outbox, OutboxAttempts, Tokens, GuestLinks,
/// SecretLinks and the column of Invitations: what EF Core would write copies whole tables outside of the transaction,
/// and a program that is killed meanwhile would leave half of it.
/// </summary>
static class LettersAndTokens
{
    /// <summary>How long an invitation was good for when its moment was not kept yet.</summary>
    const string InvitedBeforeItsEnd = "-14 days";

    public static void Up(MigrationBuilder migration)
    {
        MakeTokens(migration);
        MoveOutbox(migration);
        migration.Sql("""
            DROP TABLE "GuestLinks";
            DROP TABLE "SecretLinks";
            DROP INDEX "IX_Invitations_TokenHash";
            ALTER TABLE "Invitations" DROP COLUMN "TokenHash";
            """);
    }

    static void MakeTokens(MigrationBuilder migration) => migration.Sql($"""
        CREATE TABLE "Tokens" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_Tokens" PRIMARY KEY AUTOINCREMENT,
            "Purpose" TEXT NOT NULL,
            "Subject" INTEGER NOT NULL,
            "Hash" TEXT NOT NULL,
            "CreatedAt" TEXT NOT NULL,
            "ExpiresAt" TEXT NULL,
            "UsedAt" TEXT NULL
        );
        INSERT INTO "Tokens" ("Purpose", "Subject", "Hash", "CreatedAt")
            SELECT 'Booking', "BookingId", "TokenHash", "CreatedAt" FROM "GuestLinks" ORDER BY "Id";
        INSERT INTO "Tokens" ("Purpose", "Subject", "Hash", "CreatedAt")
            SELECT "Kind", coalesce("UserId", 0), "TokenHash", "CreatedAt" FROM "SecretLinks" ORDER BY "Id";
        INSERT INTO "Tokens" ("Purpose", "Subject", "Hash", "CreatedAt", "ExpiresAt", "UsedAt")
            SELECT 'Invitation', "Id", "TokenHash", strftime('%Y-%m-%d %H:%M:%f', "ExpiresAt", '{InvitedBeforeItsEnd}'),
                "ExpiresAt", "AcceptedAt"
            FROM "Invitations" ORDER BY "Id";
        CREATE UNIQUE INDEX "IX_Tokens_Hash" ON "Tokens" ("Hash");
        CREATE INDEX "IX_Tokens_Subject_Purpose" ON "Tokens" ("Subject", "Purpose");
        """);

    // A mail to an account knew its address and its words; whom it was about is found by the address, and an invitation
    // also by the moment at which both were written.
    static void MoveOutbox(MigrationBuilder migration) => migration.Sql($"""
        ALTER TABLE "OutboxAttempts" RENAME TO "FormerOutboxAttempts";
        ALTER TABLE "Outbox" RENAME TO "FormerOutbox";
        CREATE TABLE "Outbox" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
            "MessageId" TEXT NOT NULL,
            "Kind" TEXT NOT NULL,
            "SubjectId" INTEGER NOT NULL,
            "Detail" INTEGER NULL,
            "Language" TEXT NULL,
            "CreatedAt" TEXT NOT NULL,
            "SentAt" TEXT NULL,
            "Attempts" INTEGER NOT NULL,
            "DueAt" TEXT NOT NULL,
            "LastError" TEXT NULL
        );
        INSERT INTO "Outbox" ("Id", "MessageId", "Kind", "SubjectId", "Detail", "CreatedAt", "SentAt", "Attempts", "DueAt", "LastError")
            SELECT "Id", "MessageId", 'booking.' || lower("Kind"), "BookingId", coalesce("FactsBefore", "QuestionId"),
                "CreatedAt", "SentAt", "Attempts", "DueAt", "LastError"
            FROM "FormerOutbox" WHERE "Kind" IS NOT NULL;
        INSERT INTO "Outbox" ("Id", "MessageId", "Kind", "SubjectId", "CreatedAt", "SentAt", "Attempts", "DueAt", "LastError")
            SELECT o."Id", substr(o."MessageId", 2, instr(o."MessageId", '@') - 2), 'account.passwordreset',
                coalesce((SELECT u."Id" FROM "AspNetUsers" AS u WHERE u."Email" = o."Recipient" LIMIT 1), 0),
                o."CreatedAt", o."SentAt", o."Attempts", o."DueAt", o."LastError"
            FROM "FormerOutbox" AS o WHERE o."Kind" IS NULL AND o."Subject" LIKE 'A new password for %';
        INSERT INTO "Outbox" ("Id", "MessageId", "Kind", "SubjectId", "CreatedAt", "SentAt", "Attempts", "DueAt", "LastError")
            SELECT o."Id", substr(o."MessageId", 2, instr(o."MessageId", '@') - 2), 'account.invitation',
                coalesce((SELECT i."Id" FROM "Invitations" AS i WHERE i."Email" = o."Recipient"
                    AND date(i."ExpiresAt", '{InvitedBeforeItsEnd}') = date(o."CreatedAt")
                    AND substr(i."ExpiresAt", 11) = substr(o."CreatedAt", 11) LIMIT 1), 0),
                o."CreatedAt", o."SentAt", o."Attempts", o."DueAt", o."LastError"
            FROM "FormerOutbox" AS o WHERE o."Kind" IS NULL AND o."Subject" NOT LIKE 'A new password for %';
        CREATE TABLE "OutboxAttempts" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxAttempts" PRIMARY KEY AUTOINCREMENT,
            "MessageId" INTEGER NOT NULL,
            "At" TEXT NOT NULL,
            "Error" TEXT NULL,
            CONSTRAINT "FK_OutboxAttempts_Outbox_MessageId" FOREIGN KEY ("MessageId") REFERENCES "Outbox" ("Id") ON DELETE CASCADE
        );
        INSERT INTO "OutboxAttempts" ("Id", "MessageId", "At", "Error") SELECT "Id", "MessageId", "At", "Error" FROM "FormerOutboxAttempts";
        DROP TABLE "FormerOutboxAttempts";
        DROP TABLE "FormerOutbox";
        CREATE UNIQUE INDEX "IX_Outbox_MessageId" ON "Outbox" ("MessageId");
        CREATE INDEX "IX_Outbox_SentAt_DueAt" ON "Outbox" ("SentAt", "DueAt");
        CREATE INDEX "IX_Outbox_SubjectId_Kind" ON "Outbox" ("SubjectId", "Kind");
        CREATE INDEX "IX_OutboxAttempts_MessageId" ON "OutboxAttempts" ("MessageId");
        """);

    /// <exception cref="NotSupportedException">Always: words and addresses of mails are not there any more.</exception>
    public static void Down() => throw new NotSupportedException(
        "The words of mails to accounts are kept no more, so there is no way back but a backup from before the upgrade.");
}
