import { describe, expect, test } from "vitest";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { remindOwners } from "#lib/jobs/review-reminders";
import { db } from "#lib/platform/db";
import { assignOwner, markReviewed } from "#lib/reviews/mutations";
import { itemReview, listOwners } from "#lib/reviews/queries";
import { DAY, later } from "#tests/support/clock";
import { makeEditor, makePage, makeResource, makeUser, unknownId } from "#tests/support/factories";
import { mails, withQueues } from "#tests/support/registrations";

withQueues();

/** The first working day of March, at nine in Paris. */
const MORNING = new Date("2027-03-01T08:00:00Z");
const OLD = later(-366 * DAY, MORNING);

async function owned(title: string, ownerId: string, row: object = {}) {
  const { id } = await makeResource({ title, updatedAt: OLD, publishedAt: OLD, ...row });
  // As it was given when this account could still answer for it.
  await db.itemReview.create({ data: { noun: "resource", itemId: id, ownerId } });
  return id;
}

const reminders = async () => (await mails()).filter(({ kind }) => kind === "account-reviews");

test("an item that was read again is not one that nobody touched for a year", async () => {
  const editor = await makeEditor();
  const [read, left] = [await makeResource({ updatedAt: OLD }), await makeResource({ updatedAt: OLD })];
  await makeResource({ updatedAt: later(-364 * DAY, MORNING) });
  const stale = async (at: Date) =>
    (await listItems(editor, "resource", listQuery.parse({ relue: "non", tri: "titre" }), at)).rows.map(({ id }) => id);
  expect(await stale(MORNING)).toEqual([read.id, left.id]);
  await markReviewed(editor, { noun: "resource", id: read.id }, MORNING);
  await markReviewed(editor, { noun: "page", id: left.id }, MORNING);
  expect(await stale(MORNING)).toEqual([left.id]);
  expect(await stale(later(365 * DAY, MORNING))).toContain(left.id);
  expect(await stale(later(365 * DAY, MORNING))).not.toContain(read.id);
  expect(await stale(later(367 * DAY, MORNING))).toContain(read.id);
});

test("who answers for an item is kept beside the day when it was read, each act in the journal", async () => {
  const editor = await makeEditor();
  const { id } = await makePage();
  const item = { noun: "page", id } as const;
  expect(await itemReview(editor, "page", id)).toEqual({ ownerId: null, owner: null, reviewedAt: null });
  const owner = await makeUser({ name: "Camille", role: "editor" });
  expect(await assignOwner(editor, item, owner.id, MORNING)).toEqual({ ok: true });
  await markReviewed(editor, item, MORNING);
  expect(await itemReview(editor, "page", id)).toEqual({ ownerId: owner.id, owner: "Camille", reviewedAt: MORNING });
  expect(await assignOwner(editor, item, unknownId(), MORNING)).toEqual({ ok: false, reason: "unknown" });
  for (const more of [{ role: "partner" }, { role: "editor", disabledAt: MORNING }] as const) {
    const { id: other } = await makeUser(more);
    expect(await assignOwner(editor, item, other, MORNING)).toEqual({ ok: false, reason: "unknown" });
  }
  expect((await itemReview(editor, "page", id)).ownerId).toBe(owner.id);
  const acts = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(acts.map(({ action, target }) => [action, target])).toEqual([
    ["page.assign", id],
    ["page.review", id],
  ]);
  await db.user.delete({ where: { id: owner.id } });
  expect(await itemReview(editor, "page", id)).toEqual({ ownerId: null, owner: null, reviewedAt: MORNING });
});

test("whoever only reads, writes for a centre, or has no account any more, is not offered as an owner", async () => {
  const editor = await makeEditor({ name: "Zoé" });
  await makeUser({ name: "Ève", role: "administrator" });
  await makeUser({ name: "Lecteur", role: "reader" });
  await makeUser({ name: "Partenaire", role: "partner" });
  await makeUser({ name: "Partie", role: "editor", disabledAt: MORNING });
  expect((await listOwners(editor)).map(({ name }) => name)).toEqual(["Ève", "Zoé"]);
});

describe("the monthly word", () => {
  test("names to each owner what they answer for, is online, and nobody wrote nor read for a year", async () => {
    const [owner, other] = [
      await makeUser({ name: "Camille", email: "camille@exemple.fr", role: "editor" }),
      await makeUser({ email: "autre@exemple.fr", role: "editor" }),
    ];
    const id = await owned("Un vieux guide", owner.id);
    const read = await owned("Relu depuis", owner.id);
    await markReviewed(await makeEditor(), { noun: "resource", id: read }, later(-DAY, MORNING));
    await owned("Récent", owner.id, { updatedAt: later(-DAY, MORNING) });
    await owned("Brouillon", owner.id, { publishedAt: null });
    await owned("Retiré", owner.id, { withdrawnAt: OLD });
    await owned("Récent aussi", other.id, { updatedAt: later(-DAY, MORNING) });
    expect(await remindOwners(MORNING)).toBe(1);
    const [mail, ...others] = await reminders();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: "camille@exemple.fr", staleAt: later(7 * DAY, MORNING) });
    expect(mail?.text).toContain("Bonjour Camille,");
    expect(mail?.text).toContain("Vous répondez de 1\u00A0fiche");
    expect(mail?.text).toContain("Un vieux guide");
    expect(mail?.text).toContain(`https://portail.example/administration/ressources/${id}`);
    for (const absent of ["Relu", "Récent", "Brouillon", "Retiré"]) expect(mail?.text).not.toContain(absent);
  });

  test("leaves once a month, on its morning, whoever writes it, and to no closed account nor partner", async () => {
    const owner = await makeUser({ role: "editor" });
    const gone = await makeUser({ role: "editor", disabledAt: OLD });
    await owned("Un guide", owner.id);
    await owned("Un autre", gone.id);
    await owned("Un troisième", (await makeUser({ role: "partner" })).id);
    expect(await remindOwners(later(-1, MORNING))).toBe(0);
    expect(await remindOwners(later(5 * DAY, MORNING))).toBe(0);
    const both = await Promise.all([remindOwners(MORNING), remindOwners(MORNING)]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await remindOwners(later(DAY, MORNING))).toBe(0);
    expect(await remindOwners(new Date("2027-04-01T07:00:00Z"))).toBe(1);
    expect(await reminders()).toHaveLength(2);
  });

  test("names thirty, and counts the rest", async () => {
    const owner = await makeUser({ role: "editor" });
    for (let rank = 0; rank < 32; rank += 1) await owned(`Guide numéro ${rank}`, owner.id);
    await remindOwners(MORNING);
    const [mail] = await reminders();
    expect(mail?.text.match(/Guide numéro/g)).toHaveLength(30);
    expect(mail?.text).toContain("et 2\u00A0autres");
    expect(mail?.text).toContain("32\u00A0fiches");
  });
});
