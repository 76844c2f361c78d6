-- CreateIndex
CREATE INDEX "OutgoingMail_createdAt_kind_status_registrationId_announcem_idx" ON "OutgoingMail"("createdAt", "kind", "status", "registrationId", "announcementId");
