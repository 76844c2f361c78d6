-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('public_body', 'association', 'company', 'employers', 'foundation', 'school', 'press', 'programme');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "signatures" TEXT[],
    "kind" "OrganisationKind",
    "summary" TEXT NOT NULL,
    "url" TEXT,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE INDEX "Organisation_publishedAt_name_idx" ON "Organisation"("publishedAt", "name");

CREATE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Organisation"
  FOR EACH ROW EXECUTE FUNCTION search_entry('organisation', 'name', 'aliases', 'summary', 'source');
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Organisation"
  FOR EACH STATEMENT EXECUTE FUNCTION notify_change();
