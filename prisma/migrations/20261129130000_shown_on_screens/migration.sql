-- AlterTable
ALTER TABLE "RegistrationGrant" ADD COLUMN     "showsGiven" BOOLEAN NOT NULL DEFAULT false;
