import { afterEach, beforeEach, expect, test } from "vitest";
import { type Changes, LISTENER, listenToChanges } from "#lib/edge/page-cache/changes";
import { db } from "#lib/platform/db";
import { makeNeed, makeTerm } from "#tests/support/factories";

let heard: (string | null)[];
let changes: Changes;
let told: () => void;

/** Resolves once something more is heard and `isSo`. */
const hearing = async (isSo: () => boolean): Promise<void> => {
  while (!isSo())
    await new Promise<void>((resolve) => {
      told = resolve;
    });
};

beforeEach(async () => {
  heard = [];
  told = () => {};
  const hear = (table: string | null) => {
    heard.push(table);
    told();
  };
  changes = listenToChanges({ changed: hear, deaf: () => hear(null) });
  await hearing(() => heard.includes(null));
});

afterEach(() => changes.stop());

test("a change is heard once it is committed, before whoever waits for it goes on", async () => {
  heard.length = 0;
  await makeTerm();
  await changes.caughtUp();
  expect(heard).toEqual(["Term"]);
  await db
    .$transaction(async (tx) => {
      await tx.need.updateMany({ data: { title: "Autre" } });
      throw new Error("given up");
    })
    .catch(() => undefined);
  await changes.caughtUp();
  expect(heard).toEqual(["Term"]);
  await db.$transaction(async (tx) => {
    await tx.need.updateMany({ data: { title: "Autre" } });
    await changes.caughtUp();
    expect(heard).toEqual(["Term"]);
  });
  await changes.caughtUp();
  expect(heard).toEqual(["Term", "Need"]);
});

test("every table that the public pages read is watched", () => {
  expect([...changes.unwatched()]).not.toEqual(expect.arrayContaining(["Need"]));
  expect([...changes.unwatched()]).toEqual(expect.arrayContaining(["OutgoingMail", "User"]));
});

test("a connection that is lost is not trusted, and comes back distrusting what was kept", async () => {
  expect(changes.trusted()).toBe(true);
  heard.length = 0;
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${LISTENER}`;
  await hearing(() => heard.length === 1);
  expect(changes.trusted()).toBe(false);
  await makeNeed();
  await hearing(() => heard.length === 2);
  expect(heard).toEqual([null, null]);
  expect(changes.trusted()).toBe(true);
  await makeNeed();
  await changes.caughtUp();
  expect(heard.at(-1)).toBe("Need");
});
