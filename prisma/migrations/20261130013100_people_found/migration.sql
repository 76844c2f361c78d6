-- Who somebody says they are, as the team looks for them: each word after a space, so that two letters find how one begins.
CREATE FUNCTION person_spelling(first_name text, last_name text, organisation text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT
  AS $$ SELECT ' ' || search_fold(concat_ws(' ', first_name, last_name, organisation)) $$;

CREATE INDEX "Registration_person_spelling_idx" ON "Registration"
  USING GIN (person_spelling("firstName", "lastName", "organisation") gin_trgm_ops) WHERE "personId" IS NOT NULL;
CREATE INDEX "CycleSubscription_person_spelling_idx" ON "CycleSubscription"
  USING GIN (person_spelling("firstName", "lastName", "organisation") gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Person_emailKey_letters_idx" ON "Person" USING GIN ("emailKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Person_createdAt_idx" ON "Person"("createdAt" DESC);
