-- AlterTable
ALTER TABLE "Webinar" ADD COLUMN     "roomOpenedAt" TIMESTAMPTZ(3);
