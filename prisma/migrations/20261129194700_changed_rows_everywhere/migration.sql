-- Tables whose triggers came meanwhile, and announced statements: they announce rows, as the others do.
SELECT announce_changes(tgrelid::regclass) FROM pg_trigger
WHERE tgname = 'changed' AND tgfoid = 'notify_change'::regproc AND tgtype & 1 = 0;
