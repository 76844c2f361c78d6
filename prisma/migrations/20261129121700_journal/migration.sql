-- What the journal tells is never changed: whoever may still write, the role that owns the tables included, adds to it.
-- A restored backup is put back by the owner, who declares it: ALTER TABLE "AuditEntry" DISABLE TRIGGER USER.
CREATE FUNCTION "refuse_change_of_journal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "journal_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_journal"();
