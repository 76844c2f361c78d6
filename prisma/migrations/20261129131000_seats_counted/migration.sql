-- AlterTable
ALTER TABLE "Webinar" ADD COLUMN     "seatsCounted" INTEGER NOT NULL DEFAULT 0;
