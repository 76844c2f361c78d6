import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import * as factories from "#tests/support/factories";

test("every factory makes a row of its own", async () => {
  const { unknownId, makePerson, ...makers } = factories;
  expect(await makePerson("une@exemple.fr")).toBe(await makePerson("une@exemple.fr"));
  for (const make of Object.values(makers)) {
    await make();
    await make();
  }
  expect(await db.registration.count()).toBe(2);
  expect(await db.user.count({ where: { id: unknownId() } })).toBe(0);
});
