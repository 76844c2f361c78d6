import { expect, test } from "vitest";
import { db, type Transaction } from "#lib/platform/db";
import { BLANKS } from "#lib/privacy/blanks";
import { COLUMNS, type Kind } from "#lib/privacy/columns";
import { NO_VISITOR } from "#lib/privacy/other-tables";
import { exportPerson } from "#lib/privacy/queries";
import { erasedColumns, erasure, toldColumns } from "#lib/privacy/rules";
import { AT } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import { makeRegistration, makeWebinar } from "#tests/support/factories";
import { mailboxToken, registered, withQueues } from "#tests/support/registrations";

withQueues();

const classified: Record<string, Record<string, Kind>> = COLUMNS;

/** What the database has and nobody has judged, and what was judged and is not there. */
async function differences(tx: Transaction): Promise<string[]> {
  const rows = await tx.$queryRaw<{ table: string; columns: string[] }[]>`
    SELECT CASE c.table_schema WHEN 'public' THEN '' ELSE c.table_schema || '.' END || c.table_name AS "table",
      array_agg(c.column_name::text) AS "columns"
    FROM information_schema.columns c
    JOIN pg_class t ON t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass AND NOT t.relispartition
    WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema')
    GROUP BY 1`;
  const real = new Map(rows.map(({ table, columns }) => [table, columns]));
  const judged = [...Object.keys(classified), ...NO_VISITOR];
  return [
    ...[...real.keys()].filter((table) => !judged.includes(table)),
    ...judged.filter((table, index) => !real.has(table) || judged.indexOf(table) !== index),
    ...Object.entries(classified).flatMap(([table, columns]) => {
      const names = real.get(table) ?? [];
      return [
        ...names.filter((name) => !Object.hasOwn(columns, name)),
        ...Object.keys(columns).filter((name) => !names.includes(name)),
      ].map((name) => `${table}.${name}`);
    }),
  ];
}

/** Work in a transaction that leaves nothing behind. */
async function undone<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await db
    .$transaction(async (tx) => {
      result = { value: await work(tx) };
      throw new Error("undone");
    })
    .catch((error: Error) => {
      if (error.message !== "undone") throw error;
    });
  if (!result) throw new Error("The work did not end.");
  return result.value;
}

test("every column of every table that holds a visitor is classified, and every other table is known", async () => {
  expect(await differences(db)).toEqual([]);
});

test("a column or a table that nobody has judged is seen", async () => {
  const seen = await undone(async (tx) => {
    await tx.$executeRaw`ALTER TABLE "Registration" ADD COLUMN "phone" text`;
    await tx.$executeRaw`CREATE TABLE "Guest" ("name" text)`;
    await tx.$executeRaw`ALTER TABLE "Question" RENAME COLUMN "theme" TO "subject"`;
    return differences(tx);
  });
  expect(seen.sort()).toEqual(["Guest", "Question.subject", "Question.theme", "Registration.phone"]);
});

test("a column is erased and told because it is classified as personal, and for no other reason", async () => {
  const { id } = await makeRegistration();
  const columns = { ...COLUMNS.Registration, phone: "personal" } as const;
  const read = (tx: Transaction) =>
    tx.$queryRawUnsafe<object[]>(`SELECT "firstName", "phone", "profile"::text FROM "Registration"`);
  const [before, after] = await undone(async (tx) => {
    await tx.$executeRaw`ALTER TABLE "Registration" ADD COLUMN "phone" text`;
    await tx.$executeRaw`UPDATE "Registration" SET "phone" = '06 12 34 56 78' WHERE "id" = ${id}::uuid`;
    const filled = await read(tx);
    await tx.$executeRawUnsafe(`UPDATE "Registration" SET ${erasure(columns, BLANKS)}, "anonymisedAt" = now()`);
    return [filled, await read(tx)];
  });
  expect(before).toEqual([{ firstName: "Camille", phone: "06 12 34 56 78", profile: "association" }]);
  expect(after).toEqual([{ firstName: "", phone: null, profile: "association" }]);
  expect(toldColumns(columns)).toEqual({ ...toldColumns(COLUMNS.Registration), phone: true });
  expect(toldColumns({ a: "trace", b: "technical", c: "count" })).toEqual({ c: true });
});

/** Something in each column, so that none is found empty by chance. */
const FULL = {
  organisation: "La Fabrique",
  territory: "Val-Perdu",
  accessNeeds: "Une boucle magnétique",
  formAnswers: { "0197": "Avec mon équipe" },
  newsletterAt: AT,
  newsletterNotice: "J’accepte.",
  remindersOffAt: AT,
  cancellationReason: "Un empêchement",
  certificateCode: "ABCD-EFGH",
  presentAt: AT,
  presentMinutes: 50,
};

test("the erasure of a person empties what is classified as theirs and keeps the counts", async () => {
  const { slug } = await makeWebinar();
  await registered(slug);
  const { id } = await db.registration.findFirstOrThrow();
  const before: Record<string, unknown> = await db.registration.update({ where: { id }, data: FULL });
  const erased = erasedColumns(COLUMNS.Registration);
  expect(erased.filter((name) => before[name] === null)).toEqual([]);
  await eraseToTheEnd(await mailboxToken(), AT);
  const after: Record<string, unknown> = await db.registration.findUniqueOrThrow({ where: { id } });
  const emptied = [null, ""];
  expect(erased.filter((name) => !emptied.some((value) => value === after[name]))).toEqual([]);
  expect(after).toMatchObject({ profile: before.profile, presentAt: AT, presentMinutes: 50, createdAt: AT });
});

test("the export of a person tells what is classified as told", async () => {
  const { slug } = await makeWebinar();
  await registered(slug, { question: "Comment ?" });
  const data = await exportPerson(await mailboxToken());
  const [registration] = data?.registrations ?? [];
  const told = (columns: Record<string, Kind>) => Object.keys(toldColumns(columns)).sort();
  expect(Object.keys(registration ?? {})).toEqual(expect.arrayContaining(told(COLUMNS.Registration)));
  expect(Object.keys(registration?.questions[0] ?? {}).sort()).toEqual(told(COLUMNS.Question));
  expect(Object.keys(data?.messages[0] ?? {}).sort()).toEqual(told(COLUMNS.OutgoingMail));
  expect(told(COLUMNS.AddressChange)).toEqual(["createdAt", "email"]);
});
