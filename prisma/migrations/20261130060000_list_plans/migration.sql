-- What the lists of the team compare: titles, other names, authors and summaries, without the text that follows.
-- Its index has no weight to check again in each row; its cost is that of `search_words`.
CREATE FUNCTION search_leads(vector tsvector) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT COST 10000
  AS $$ BEGIN RETURN ts_filter(vector, '{a,b}'); END $$;

-- Serve the words of a list of the team.
CREATE INDEX "SearchEntry_leads_idx" ON "SearchEntry" USING GIN (search_leads("vector"));
CREATE INDEX "SearchEntry_letters_idx" ON "SearchEntry" USING GIN (search_letters("spelling") gin_trgm_ops);

-- CreateIndex
CREATE INDEX "OutgoingMail_emailKey_letters_idx" ON "OutgoingMail" USING GIN ("emailKey" gin_trgm_ops);
