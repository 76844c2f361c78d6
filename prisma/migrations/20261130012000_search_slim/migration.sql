-- What is counted stays in few pages: what is only read of the entries that are shown or ranked is kept apart.
ALTER TABLE "SearchEntry" SET (toast_tuple_target = 400);
ALTER TABLE "SearchEntry"
  ALTER "vector" SET STORAGE EXTERNAL, ALTER "lead" SET STORAGE EXTERNAL,
  ALTER "title" SET STORAGE MAIN, ALTER "names" SET STORAGE MAIN, ALTER "spelling" SET STORAGE MAIN, ALTER "facets" SET STORAGE MAIN;
-- Rows that were there before: the same values, written anew.
UPDATE "SearchEntry" SET "vector" = "vector" || '';
