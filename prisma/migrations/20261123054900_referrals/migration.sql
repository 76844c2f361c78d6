-- AlterTable
ALTER TABLE "Registration" ADD COLUMN     "newsletterNotice" TEXT,
ADD COLUMN     "referralId" UUID;

-- CreateTable
CREATE TABLE "Referral" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "partner" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "quota" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Referral_webinarId_code_key" ON "Referral"("webinarId", "code");

-- CreateIndex
CREATE INDEX "Registration_referralId_idx" ON "Registration"("referralId");

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
