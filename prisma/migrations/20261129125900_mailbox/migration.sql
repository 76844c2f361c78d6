-- AlterTable
ALTER TABLE "OutgoingMail" ADD COLUMN     "bouncedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "MailboxCursor" (
    "mailbox" TEXT NOT NULL,
    "validity" BIGINT NOT NULL,
    "lastUid" BIGINT NOT NULL,

    CONSTRAINT "MailboxCursor_pkey" PRIMARY KEY ("mailbox")
);
