-- Serves the choice of what is ranked, when much answers: titles that say what was asked.
CREATE INDEX "SearchEntry_titles_idx" ON "SearchEntry" USING GIN (ts_filter("vector", '{a}'));
