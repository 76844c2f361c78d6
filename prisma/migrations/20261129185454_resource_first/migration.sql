-- AlterTable
ALTER TABLE "ResourceCentre" ADD COLUMN     "first" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ResourceNeed" ADD COLUMN     "first" BOOLEAN NOT NULL DEFAULT false;
