import { describe, expect, test } from "vitest";
import { dropUnused, personFor } from "#lib/people/mutations";
import { db, type Transaction } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { makeCycle, makePerson, makeRegistration } from "#tests/support/factories";
import { waiting } from "#tests/support/locks";

const EMAIL = "Elodie@exemple.fr";
const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) => db.$transaction(work);

describe("personFor", () => {
  test("makes one person of an address, however it is written", async () => {
    const first = await personFor(db, EMAIL, AT);
    expect(first.isNew).toBe(true);
    expect(await personFor(db, " ELODIE@exemple.fr ", AT)).toEqual({ id: first.id, isNew: false });
    expect(await db.person.findMany()).toMatchObject([{ email: EMAIL, emailKey: "elodie@exemple.fr", createdAt: AT }]);
  });

  test("makes one person of two requests at the same instant", async () => {
    const found: Promise<{ id: string; isNew: boolean }>[] = [];
    const made = await inTransaction(async (tx) => {
      const person = await personFor(tx, EMAIL, AT);
      found.push(inTransaction((other) => personFor(other, EMAIL, AT)));
      await waiting(1);
      return person;
    });
    expect(await Promise.all(found)).toEqual([{ id: made.id, isNew: false }]);
  });
});

describe("dropUnused", () => {
  test("forgets who is registered nowhere and follows nothing, and nobody else", async () => {
    const registered = await makeRegistration();
    const follower = await makePerson("suit@exemple.fr");
    const { id: cycleId } = await makeCycle();
    const answers = { firstName: "A", lastName: "B", profile: "citizen" } as const;
    await db.cycleSubscription.create({ data: { cycleId, personId: follower, ...answers } });
    const nobody = await makePerson("personne@exemple.fr");
    await inTransaction((tx) => dropUnused(tx, [registered.personId ?? "", follower, nobody]));
    expect((await db.person.findMany()).map(({ id }) => id).sort()).toEqual([registered.personId, follower].sort());
  });

  test("waits for who is being registered, and keeps them", async () => {
    const { personId, webinarId, ...row } = await makeRegistration();
    await db.registration.deleteMany();
    const dropped: Promise<void>[] = [];
    await inTransaction(async (tx) => {
      const { id } = await personFor(tx, row.email, AT);
      dropped.push(inTransaction((other) => dropUnused(other, [id])));
      await waiting(1);
      const answers = { firstName: "A", lastName: "B", profile: "citizen" } as const;
      await tx.registration.create({ data: { webinarId, personId: id, ...answers } });
    });
    await Promise.all(dropped);
    expect(await db.person.count({ where: { id: personId ?? "" } })).toBe(1);
  });
});

test("who is anonymised is nobody, and who is nobody is anonymised", async () => {
  const { id } = await makeRegistration();
  await expect(db.registration.update({ where: { id }, data: { personId: null } })).rejects.toThrow("person_check");
  await expect(db.registration.update({ where: { id }, data: { anonymisedAt: AT } })).rejects.toThrow("person_check");
});
