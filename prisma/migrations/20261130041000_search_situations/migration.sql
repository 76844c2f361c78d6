-- Situations are what people type before they know what their need is called.
CREATE OR REPLACE TRIGGER search_entry AFTER INSERT OR UPDATE OR DELETE ON "Need"
  FOR EACH ROW EXECUTE FUNCTION search_entry('need', 'title', '', 'question,summary,answer,situations', 'keyPoints,firstStep,body,learn,train,act');
UPDATE "Need" SET "slug" = "slug";
