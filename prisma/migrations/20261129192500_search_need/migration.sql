-- What is said first of a need is read with its summary.
CREATE OR REPLACE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Need"
  FOR EACH ROW EXECUTE FUNCTION search_entry('need', 'title', '', 'question,summary,answer', 'keyPoints,firstStep,body,learn,train,act');
UPDATE "Need" SET "slug" = "slug";
