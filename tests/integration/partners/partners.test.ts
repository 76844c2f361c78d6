import { beforeEach, describe, expect, it } from "vitest";
import type { Partner } from "#lib/auth/editor";
import { listReadings } from "#lib/desks/readings/queries";
import { askTheTeam, saveOwn } from "#lib/partners/mutations";
import { listOwn, openOwn, openOwnEdition } from "#lib/partners/queries";
import { ownEdition, ownRequest } from "#lib/partners/schema";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCentre,
  makeEditor,
  makePartner,
  makePartnerLink,
  makeRegistration,
  makeResource,
  makeUser,
  unknownId,
} from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

withQueues();

let partner: Partner;
beforeEach(async () => {
  partner = await makePartner();
});

async function resourceOf(centreId: string, overrides: Parameters<typeof makeResource>[0] = {}) {
  const resource = await makeResource(overrides);
  await db.resourceCentre.create({ data: { resourceId: resource.id, centreId } });
  return resource;
}

/** What the screen of an item posts, with some fields written anew. */
async function posted(noun: "centre" | "resource", id: string, changed: Record<string, string | string[]>) {
  const opened = await openOwn(partner, noun, id);
  const given = (opened?.fields ?? []).map(({ name }) => [name, opened?.all.values[name] ?? ""]);
  const version = String(opened?.version ?? 1);
  return ownEdition.parse({ noun, id, version, ...Object.fromEntries(given), ...changed });
}
const write = async (noun: "centre" | "resource", id: string, changed: Record<string, string | string[]>, at = AT) =>
  saveOwn(partner, await posted(noun, id, changed), at);

describe("what a partner writes", () => {
  it("waits beside their resource, which the public reads as before, and the journal names them", async () => {
    const { id, summary } = await resourceOf(partner.centreId);
    expect(await write("resource", id, { summary: "Autre résumé." })).toEqual({ ok: true, version: 2 });
    expect(await db.resource.findUniqueOrThrow({ where: { id } })).toMatchObject({ summary, version: 1 });
    expect((await openOwn(partner, "resource", id))?.all.values.summary).toBe("Autre résumé.");
    expect(await db.revision.findMany({ where: { itemId: id, state: "working" } })).toMatchObject([
      { authorId: partner.userId, values: expect.objectContaining({ centreIds: [partner.centreId] }) },
    ]);
    expect(await db.auditEntry.findMany({ where: { target: id } })).toMatchObject([
      { action: "resource.draft", userId: partner.userId, details: { fields: ["summary"] } },
    ]);
  });

  it("waits beside a draft too, whose row stays as it is", async () => {
    const { id, summary } = await resourceOf(partner.centreId, { publishedAt: null });
    expect(await write("resource", id, { summary: "Autre résumé." })).toMatchObject({ ok: true });
    expect(await db.resource.findUniqueOrThrow({ where: { id } })).toMatchObject({ summary, publishedAt: null });
  });

  it("waits beside the page of their centre, and of no other", async () => {
    expect(await write("centre", partner.centreId, { summary: "Autre ligne." })).toMatchObject({ ok: true });
    const other = await makeCentre();
    expect(await write("centre", other.id, { summary: "Autre ligne." })).toEqual({ ok: false, reason: "not-own" });
    expect(await db.revision.count({ where: { itemId: other.id } })).toBe(0);
  });

  it("is refused for the resource of another centre, as for one that is not, and nothing is written", async () => {
    const { id } = await resourceOf((await makeCentre()).id);
    for (const target of [id, (await makeResource()).id, unknownId()]) {
      expect(await write("resource", target, { summary: "Autre." })).toEqual({ ok: false, reason: "not-own" });
      expect(await openOwnEdition(partner, "resource", target)).toBeNull();
      expect(await db.revision.count({ where: { itemId: target } })).toBe(0);
    }
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("is refused as soon as the resource has left their centre, and when it was thrown away", async () => {
    const [{ id }, { id: draft }] = [await resourceOf(partner.centreId), await resourceOf(partner.centreId)];
    const [edition, thrown] = [
      await posted("resource", id, { summary: "Trop tard." }),
      await posted("resource", draft, { summary: "Trop tard." }),
    ];
    await db.resourceCentre.deleteMany({ where: { resourceId: id } });
    await db.trashedItem.create({ data: { itemId: draft, noun: "resource", title: "Jetée", at: AT } });
    expect(await saveOwn(partner, edition, AT)).toEqual({ ok: false, reason: "not-own" });
    expect(await saveOwn(partner, thrown, AT)).toEqual({ ok: false, reason: "not-own" });
    expect(await openOwn(partner, "resource", id)).toBeNull();
    expect(await db.trashedItem.count()).toBe(1);
  });

  it("moves nothing to another centre, address or rank", async () => {
    const { id } = await resourceOf(partner.centreId);
    const other = await makeCentre();
    const moves: Record<string, string | string[]>[] = [
      { centreIds: [other.id] },
      { centreIds: [partner.centreId, other.id] },
      { slug: "ailleurs" },
    ];
    for (const moved of moves) expect(await write("resource", id, moved)).toEqual({ ok: false, reason: "of-the-team" });
    expect(await write("resource", id, { firstForCentreIds: [partner.centreId] })).toMatchObject({ ok: false });
    expect(await write("centre", partner.centreId, { position: "0" })).toEqual({ ok: false, reason: "of-the-team" });
    expect(await db.revision.count()).toBe(0);
    expect(await write("resource", id, { centreIds: partner.centreId, title: "Autre" })).toMatchObject({ ok: true });
  });

  it("does not cover what somebody saved meanwhile, unless it is meant to", async () => {
    const { id } = await resourceOf(partner.centreId);
    const edition = await posted("resource", id, { summary: "La mienne." });
    await write("resource", id, { summary: "Celle d’une autre." });
    expect(await saveOwn(partner, edition, AT)).toEqual({ ok: false, reason: "stale" });
    expect(await saveOwn(partner, { ...edition, replaces: 2 }, AT)).toMatchObject({ ok: true });
    expect((await openOwn(partner, "resource", id))?.all.values.summary).toBe("La mienne.");
  });

  it("is saved by its form while they type, as one version that nothing tells of", async () => {
    const { id } = await resourceOf(partner.centreId);
    const pen = unknownId();
    const typed = async (summary: string) => ({ ...(await posted("resource", id, { summary })), pen, version: 1 });
    expect(await saveOwn(partner, await typed("La"), AT, { auto: true })).toEqual({ ok: true, version: 2 });
    // The answer was lost: the same opening of the form sends what it holds again.
    expect(await saveOwn(partner, await typed("La mienne."), AT, { auto: true })).toEqual({ ok: true, version: 3 });
    expect(await db.revision.findMany({ where: { itemId: id, state: "working" } })).toMatchObject([
      { version: 3, auto: true, authorId: partner.userId },
    ]);
    expect(await db.auditEntry.count()).toBe(0);
    const other = { ...(await typed("Une autre.")), pen: unknownId() };
    expect(await saveOwn(partner, other, AT, { auto: true })).toEqual({ ok: false, reason: "stale" });
  });

  it("has a title", async () => {
    const { id } = await resourceOf(partner.centreId);
    expect(await write("resource", id, { title: "  " })).toEqual({ ok: false, reason: "untitled" });
    const { title: _, ...edition } = await posted("resource", id, { summary: "Autre." });
    expect(await saveOwn(partner, edition, AT)).toEqual({ ok: false, reason: "untitled" });
  });
});

describe("what a partner sees", () => {
  it("is the page of their centre and its resources, with what waits", async () => {
    const changed = await resourceOf(partner.centreId, { title: "Alpha" });
    await resourceOf(partner.centreId, { title: "Bêta", publishedAt: null });
    await resourceOf((await makeCentre()).id, { title: "Ailleurs" });
    await write("resource", changed.id, { summary: "Autre." });
    const { centre, resources } = await listOwn(partner, { centre: unknownId(), q: "Ailleurs" }, later(DAY));
    expect(centre).toMatchObject({ id: partner.centreId, changed: false });
    expect(resources.rows.map(({ title, changed: waits }) => [title, waits])).toEqual([
      ["Alpha", true],
      ["Bêta", false],
    ]);
    await write("centre", partner.centreId, { summary: "Autre." });
    expect((await listOwn(partner, {}, AT)).centre.changed).toBe(true);
  });

  it("leaves out the fields that stay with the team", async () => {
    const { id } = await resourceOf(partner.centreId);
    const names = (await openOwn(partner, "resource", id))?.fields.map(({ name }) => name);
    expect(names).toContain("summary");
    for (const name of ["slug", "centreIds", "firstForCentreIds"]) expect(names).not.toContain(name);
  });
});

describe("what the links of a centre brought", () => {
  it("is told by fives, as of last night, and not under five; those of other centres are not theirs", async () => {
    const brought = async () => (await listOwn(partner, {}, AT)).links;
    expect(await brought()).toEqual({ links: 0, brought: null });
    const { id, webinarId } = await makePartnerLink({ centreId: partner.centreId });
    const elsewhere = await makePartnerLink({ centreId: (await makeCentre()).id });
    const register = (count: number, link: { id: string; webinarId: string }, createdAt: Date) =>
      Promise.all(
        Array.from({ length: count }, () =>
          makeRegistration({ webinarId: link.webinarId, partnerLinkId: link.id, createdAt }),
        ),
      );
    await register(4, { id, webinarId }, later(-2 * DAY));
    await register(6, elsewhere, later(-2 * DAY));
    await register(3, { id, webinarId }, AT);
    expect(await brought()).toEqual({ links: 1, brought: null });
    await register(3, { id, webinarId }, later(-2 * DAY));
    expect(await brought()).toEqual({ links: 1, brought: 5 });
    await db.registration.updateMany({ where: { partnerLinkId: id }, data: { status: "cancelled" } });
    expect(await brought()).toEqual({ links: 1, brought: null });
  });
});

describe("what a partner asks to be read", () => {
  const request = async (id: string, colleague: string) =>
    ownRequest.parse({ noun: "resource", id, colleague, readComment: "C’est prêt." });

  it("reaches somebody of the team, with the page as it will be; they see no other reading", async () => {
    const { id } = await resourceOf(partner.centreId);
    const reader = await makeEditor({ role: "editor" });
    await db.secondReading.create({
      data: { noun: "resource", itemId: id, title: "", askedOfId: reader.userId, comment: "Entre nous.", askedAt: AT },
    });
    expect(await askTheTeam(partner, await request(id, reader.userId), AT)).toEqual({ ok: true });
    const mail = await db.outgoingMail.findFirstOrThrow();
    for (const words of ["C’est prêt.", "/apercu/", `/administration/ressources/${id}#relectures`])
      expect(mail.text).toContain(words);
    expect(await listReadings(partner, id)).toMatchObject([{ comment: "C’est prêt." }]);
    expect(await listReadings(reader, id)).toHaveLength(2);
  });

  it("is asked of nobody who may not publish, and of no item of another centre", async () => {
    const { id } = await resourceOf(partner.centreId);
    const [other, peer] = [await makeUser({ role: "reader" }), await makePartner()];
    for (const colleague of [other.id, peer.userId])
      expect(await askTheTeam(partner, await request(id, colleague), AT)).toEqual({ ok: false, reason: "unknown" });
    const elsewhere = await resourceOf((await makeCentre()).id);
    const { userId } = await makeEditor();
    expect(await askTheTeam(partner, await request(elsewhere.id, userId), AT)).toEqual({
      ok: false,
      reason: "not-own",
    });
    expect((await openOwnEdition(partner, "resource", id))?.reading.readers.map(({ value }) => value)).toEqual([
      userId,
    ]);
  });
});
