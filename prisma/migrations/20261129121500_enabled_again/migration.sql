-- An account that is disabled, or enabled again, finds none of what it left open, whatever changes it: a command, a
-- screen or a line of SQL. A session that opens while the account is disabled is ended when it is enabled again.
CREATE FUNCTION "end_what_was_open"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "UserSession" WHERE "userId" = NEW."id";
  NEW."failedTries" := 0;
  NEW."lockedUntil" := NULL;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "ends_what_was_open" BEFORE UPDATE OF "disabledAt", "passwordHash" ON "User"
FOR EACH ROW WHEN (OLD."disabledAt" IS DISTINCT FROM NEW."disabledAt" OR OLD."passwordHash" IS DISTINCT FROM NEW."passwordHash")
EXECUTE FUNCTION "end_what_was_open"();
