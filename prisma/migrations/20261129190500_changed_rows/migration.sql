-- Says, when its transaction commits, that rows of a table changed: a statement that wrote none, or the same values, says
-- nothing. Of a row that is updated, only some columns may count. Said many times in a transaction, it is announced once.
CREATE FUNCTION announce_changes("table" regclass, VARIADIC columns text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  counting text := (SELECT string_agg(format('OLD.%1$I IS DISTINCT FROM NEW.%1$I', name), ' OR ') FROM unnest(columns) AS name);
BEGIN
  EXECUTE format('CREATE OR REPLACE TRIGGER changed AFTER INSERT OR DELETE ON %s
    FOR EACH ROW EXECUTE FUNCTION notify_change()', "table");
  EXECUTE format('CREATE OR REPLACE TRIGGER changed_values AFTER UPDATE ON %s
    FOR EACH ROW WHEN (%s) EXECUTE FUNCTION notify_change()', "table", coalesce(counting, 'OLD.* IS DISTINCT FROM NEW.*'));
  EXECUTE format('CREATE OR REPLACE TRIGGER changed_whole AFTER TRUNCATE ON %s
    FOR EACH STATEMENT EXECUTE FUNCTION notify_change()', "table");
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'Need', 'Centre', 'CentreNeed', 'Resource', 'ResourceLink', 'ResourceNeed', 'ResourceCentre', 'Cycle', 'Webinar',
    'WebinarDocument', 'Question', 'PartnerLink', 'Page', 'Term', 'Figure', 'PublishedFigures'
  ] LOOP
    PERFORM announce_changes(format('%I', name)::regclass);
  END LOOP;
  -- What the public sees of registrations is whether seats and the quotas of partners are left.
  PERFORM announce_changes('"Registration"', 'status', 'webinarId', 'partnerLinkId');
END $$;
