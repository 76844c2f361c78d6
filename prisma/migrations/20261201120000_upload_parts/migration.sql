-- CreateTable
CREATE TABLE "UploadPart" (
    "userId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UploadPart_pkey" PRIMARY KEY ("userId","sha256","number")
);

-- CreateIndex
CREATE INDEX "UploadPart_createdAt_idx" ON "UploadPart"("createdAt");

-- AddForeignKey
ALTER TABLE "UploadPart" ADD CONSTRAINT "UploadPart_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
