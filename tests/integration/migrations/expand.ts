import type pg from "pg";

/** What a migration may not do while the version before still works: prisma/README.md says how to do it in two releases. */
export type Breach = { what: string; why: string };

type Column = { type: string; required: boolean; filled: boolean };
type Guard = { table: string; columns: string[]; definition: string };
export type Catalogue = { columns: Map<string, Column>; values: Set<string>; guards: Map<string, Guard> };

const COLUMNS = `SELECT c.relname || '.' || a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type",
    a.attnotnull AS "required", a.atthasdef OR a.attidentity <> '' AS "filled"
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
    AND c.relname <> '_prisma_migrations'`;

const VALUES = `SELECT t.typname || '.' || e.enumlabel AS "name" FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
  WHERE t.typnamespace = 'public'::regnamespace`;

/** What refuses a row: uniqueness, checks and references, whatever they are called. */
const GUARDS = `SELECT c.relname AS "table", regexp_replace(pg_get_indexdef(i.indexrelid), '^.* ON ', 'UNIQUE ON ') AS "definition",
    ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY(i.indkey::int2[])) AS "columns"
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
  UNION ALL SELECT c.relname, c.relname || ' ' || pg_get_constraintdef(k.oid),
    ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY(k.conkey))
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE k.contype IN ('c', 'f', 'x') AND c.relnamespace = 'public'::regnamespace`;

export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const { rows: columns } = await client.query<Column & { name: string }>(COLUMNS);
  const { rows: values } = await client.query<{ name: string }>(VALUES);
  const { rows: guards } = await client.query<Guard>(GUARDS);
  return {
    columns: new Map(columns.map(({ name, ...column }) => [name, column])),
    values: new Set(values.map(({ name }) => name)),
    guards: new Map(guards.map((guard) => [guard.definition, guard])),
  };
}

const tableOf = (column: string) => column.split(".")[0] ?? "";
const tablesOf = ({ columns }: Catalogue) => new Set([...columns.keys()].map(tableOf));

function breachOf(name: string, before: Column, after: Column | undefined): Breach | null {
  const because = (why: string) => ({ what: name, why });
  if (!after) return because("is gone, and the version before reads it");
  if (after.type !== before.type) return because(`is ${after.type}, and the version before expects ${before.type}`);
  if (after.required && !before.required) return because("must be filled, and the version before leaves it empty");
  if (before.required && !after.required) return because("may be empty, which the version before does not read");
  if (after.required && before.filled && !after.filled) return because("has no default any more");
  return null;
}

/** What of the version before no longer works on the structure that a migration leaves. */
export function breaches(before: Catalogue, after: Catalogue): Breach[] {
  const [tables, left] = [tablesOf(before), tablesOf(after)];
  const gone = [...tables].filter((table) => !left.has(table));
  const remaining = [...before.columns].filter(([name]) => left.has(tableOf(name)));
  const added = [...after.columns].filter(([name]) => !before.columns.has(name) && tables.has(tableOf(name)));
  const isOld = ({ table, columns }: Guard) =>
    tables.has(table) && columns.every((column) => before.columns.has(`${table}.${column}`));
  const stays = ({ table, columns }: Guard) => columns.every((column) => after.columns.has(`${table}.${column}`));
  return [
    ...gone.map((what) => ({ what, why: "is gone, and the version before reads it" })),
    ...remaining.flatMap(([name, column]) => breachOf(name, column, after.columns.get(name)) ?? []),
    ...added
      .filter(([, { required, filled }]) => required && !filled)
      .map(([what]) => ({ what, why: "must be filled, and the version before does not know it" })),
    ...[...before.values]
      .filter((value) => !after.values.has(value))
      .map((what) => ({ what, why: "is gone, and the version before writes it" })),
    ...[...after.guards.values()]
      .filter((guard) => isOld(guard) && !before.guards.has(guard.definition))
      .map(({ table, definition }) => ({ what: table, why: `refuses what the version before writes: ${definition}` })),
    ...[...before.guards.values()]
      .filter((guard) => /^UNIQUE/.test(guard.definition) && stays(guard) && !after.guards.has(guard.definition))
      .map(({ table, definition }) => ({
        what: table,
        why: `is no longer unique where it is relied on: ${definition}`,
      })),
  ];
}

const CONTRACT = /^-- contract: (\S+) unused since (\d{14}_\w+)$/gm;

/** Those that the migration does not say to be of no use any more since an earlier one. */
export function unexplained(found: Breach[], script: string, earlier: readonly string[]): string[] {
  const unused = [...script.matchAll(CONTRACT)].flatMap(([, what = "", since = ""]) =>
    earlier.includes(since) ? [what] : [],
  );
  return found.filter(({ what }) => !unused.includes(what)).map(({ what, why }) => `${what} ${why}`);
}
