-- CreateEnum
CREATE TYPE "RemarkVerdict" AS ENUM ('helpful', 'unhelpful', 'fault');

-- CreateTable
CREATE TABLE "Remark" (
    "id" UUID NOT NULL,
    "page" TEXT,
    "verdict" "RemarkVerdict" NOT NULL,
    "text" TEXT,
    "email" TEXT,
    "emailKey" TEXT,
    "formFingerprint" TEXT NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "handledById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Remark_formFingerprint_key" ON "Remark"("formFingerprint");

-- CreateIndex
CREATE INDEX "Remark_handledAt_createdAt_idx" ON "Remark"("handledAt", "createdAt");

-- CreateIndex
CREATE INDEX "Remark_page_verdict_idx" ON "Remark"("page", "verdict");

-- CreateIndex
CREATE INDEX "Remark_emailKey_idx" ON "Remark"("emailKey");

-- CreateIndex
CREATE INDEX "Remark_handledById_idx" ON "Remark"("handledById");

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_handledById_fkey" FOREIGN KEY ("handledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
