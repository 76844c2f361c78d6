-- AlterEnum
-- The version before cannot read it: an account of this role is nobody's there, so closed, until it is replaced.
ALTER TYPE "Role" ADD VALUE 'partner';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "centreId" UUID;

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "centreId" UUID;

-- AlterTable
ALTER TABLE "PartnerLink" ADD COLUMN     "centreId" UUID;

-- CreateIndex
CREATE INDEX "PartnerLink_centreId_idx" ON "PartnerLink"("centreId");

-- CreateIndex
CREATE INDEX "User_centreId_idx" ON "User"("centreId");

-- CreateIndex
CREATE INDEX "Invitation_centreId_idx" ON "Invitation"("centreId");

-- AddForeignKey
ALTER TABLE "PartnerLink" ADD CONSTRAINT "PartnerLink_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A partner has a centre, and nobody else has one. A trigger rather than a check: the version before, which changes a
-- role without knowing of centres, is not refused.
CREATE FUNCTION partner_has_centre() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."role"::text <> 'partner' THEN
    NEW."centreId" := NULL;
  ELSIF NEW."centreId" IS NULL THEN
    RAISE EXCEPTION 'A partner has a centre.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "partner_has_centre" BEFORE INSERT OR UPDATE OF "role", "centreId" ON "User"
  FOR EACH ROW EXECUTE FUNCTION partner_has_centre();
CREATE TRIGGER "partner_has_centre" BEFORE INSERT OR UPDATE OF "role", "centreId" ON "Invitation"
  FOR EACH ROW EXECUTE FUNCTION partner_has_centre();
