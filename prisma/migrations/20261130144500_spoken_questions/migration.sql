-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "spokenAt" TIMESTAMPTZ(3);
