-- Says, when its transaction commits, that the rows of a table changed: public pages made of them are then asked for anew.
CREATE FUNCTION notify_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changes', TG_TABLE_NAME);
  RETURN NULL;
END $$;

-- Every table that a public page reads. A page that reads another one is never kept.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'Need', 'Centre', 'CentreNeed', 'Resource', 'ResourceLink', 'ResourceNeed', 'ResourceCentre', 'Cycle', 'Webinar',
    'WebinarDocument', 'Registration', 'Question', 'PartnerLink', 'Page', 'Term', 'Figure', 'PublishedFigures'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION notify_change()',
      name);
  END LOOP;
END $$;
