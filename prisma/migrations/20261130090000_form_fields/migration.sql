-- CreateEnum
CREATE TYPE "FormFieldKind" AS ENUM ('line', 'text', 'choice', 'yes_no');

-- AlterTable
ALTER TABLE "Registration" ADD COLUMN     "formAnswers" JSONB;

-- CreateTable
CREATE TABLE "FormField" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "FormFieldKind" NOT NULL,
    "label" TEXT NOT NULL,
    "hint" TEXT,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "options" TEXT[],
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FormField_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FormField_webinarId_position_idx" ON "FormField"("webinarId", "position");

-- AddForeignKey
ALTER TABLE "FormField" ADD CONSTRAINT "FormField_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The page of a session shows its form.
SELECT announce_changes('"FormField"');
