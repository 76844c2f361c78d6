-- CreateTable
CREATE TABLE "HeldNotice" (
    "registrationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HeldNotice_pkey" PRIMARY KEY ("registrationId")
);

-- AddForeignKey
ALTER TABLE "HeldNotice" ADD CONSTRAINT "HeldNotice_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;
