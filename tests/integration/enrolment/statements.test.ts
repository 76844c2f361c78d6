import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { makeWebinar } from "#tests/support/factories";
import { enter, withQueues } from "#tests/support/registrations";
import { statementsOf } from "#tests/support/statements";

withQueues();

/** Each one is a turn of everybody else behind the lock of the session; a known address has its other seats read. */
const MOST = { newcomer: 14, known: 15 };

test("a registration asks few things of the database, whether its address is known or not", async () => {
  const email = "elodie@exemple.fr";
  for (const slug of ["une", "autre"]) await makeWebinar({ slug, capacity: 10 });
  await enter("une", { email: "premiere@exemple.fr" });
  const newcomer = await statementsOf(() => enter("une", { email }));
  const known = await statementsOf(() => enter("autre", { email }));
  for (const [sent, most] of [
    [newcomer, MOST.newcomer],
    [known, MOST.known],
  ] as const) {
    expect(sent[0]?.text).toContain("SELECT");
    expect(sent.at(-1)?.text).toBe("COMMIT");
    expect(sent.length).toBeLessThanOrEqual(most);
  }
  expect(await db.registration.count()).toBe(3);
});

test("every transaction sees what was committed before each of its statements", async () => {
  const read = () =>
    db.$transaction(
      (tx) => tx.$queryRaw<{ level: string }[]>`SELECT current_setting('transaction_isolation') AS "level"`,
    );
  expect(await read()).toEqual([{ level: "read committed" }]);
});
