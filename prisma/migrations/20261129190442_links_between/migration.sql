-- AlterTable
ALTER TABLE "Figure" ADD COLUMN     "resourceId" UUID;

-- AlterTable
ALTER TABLE "ResourceLink" ADD COLUMN     "bytes" INTEGER,
ADD COLUMN     "checkedOn" DATE,
ADD COLUMN     "format" TEXT,
ADD COLUMN     "language" TEXT;

-- AlterTable
ALTER TABLE "Webinar" ADD COLUMN     "theme" TEXT;

-- CreateIndex
CREATE INDEX "Figure_resourceId_idx" ON "Figure"("resourceId");

-- CreateIndex
CREATE INDEX "Webinar_theme_idx" ON "Webinar"("theme");

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "Resource"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The address of a session was made of its theme and its year.
UPDATE "Webinar" SET "theme" = regexp_replace("slug", '-[0-9]{4}(-[0-9]+)?$', '');
