-- Still far from nothing, and no longer so much that the planner takes the cost of all that follows for nothing.
ALTER FUNCTION search_words(tsvector) COST 1000;
ALTER FUNCTION search_titles(tsvector) COST 1000;
ALTER FUNCTION search_letters(text) COST 1000;
