import { describe, expect, test } from "vitest";
import { createPartnerLink, deletePartnerLink, updatePartnerLink } from "#lib/partner-links/mutations";
import { findPartnerLink, listPartnerLinks } from "#lib/partner-links/queries";
import { db } from "#lib/platform/db";
import { isLive } from "#lib/seats/rules";
import { RegistrationStatus } from "#prisma/enums";
import { AT, later, MINUTE } from "#tests/support/clock";
import {
  makeCentre,
  makeEditor,
  makePartnerLink,
  makeRegistration,
  makeWebinar,
  unknownId,
} from "#tests/support/factories";

const journal = () => db.auditEntry.findMany({ select: { action: true, noun: true, target: true, details: true } });

test("a link is made once per code of a session, and the journal tells it without a name", async () => {
  const editor = await makeEditor();
  const { id: webinarId } = await makeWebinar();
  const input = { webinarId, partner: "Région Sud", code: "region-sud", quota: 3, centreId: null };
  const made = await createPartnerLink(editor, input, AT);
  expect(made).toMatchObject({ ok: true });
  expect(await createPartnerLink(editor, { ...input, partner: "Une autre" }, AT)).toEqual({
    ok: false,
    reason: "taken",
  });
  const elsewhere = { ...input, webinarId: (await makeWebinar()).id };
  expect(await createPartnerLink(editor, elsewhere, AT)).toMatchObject({ ok: true });
  expect(await createPartnerLink(editor, { ...input, webinarId: unknownId() }, AT)).toEqual({
    ok: false,
    reason: "unknown",
  });
  const [first, ...others] = await journal();
  expect(first).toEqual({
    action: "partner-link.create",
    noun: "webinar",
    target: webinarId,
    details: { partnerLink: made.ok && made.id },
  });
  expect(others).toHaveLength(1);
});

test("counts who holds a registration through each link, and who was there", async () => {
  const { id: partnerLinkId, webinarId, code } = await makePartnerLink({ quota: 3 });
  const other = await makePartnerLink({ webinarId, createdAt: later(-MINUTE) });
  const statuses = Object.values(RegistrationStatus);
  for (const [index, status] of statuses.entries())
    await makeRegistration({ webinarId, partnerLinkId, status, email: `p${index}@exemple.fr`, presentAt: AT });
  await makeRegistration({ webinarId });
  await makeRegistration({ webinarId, partnerLinkId: other.id, email: "absente@exemple.fr" });
  const editor = await makeEditor();
  // In the order in which they were made.
  expect(await listPartnerLinks(editor, webinarId)).toMatchObject([
    { code: other.code, holders: 1, present: 0 },
    { code, holders: statuses.filter(isLive).length, present: statuses.length },
  ]);
  expect(await findPartnerLink(webinarId, code)).toMatchObject({ code, quota: 3, usedUp: true });
  expect(await findPartnerLink(webinarId, other.code)).toMatchObject({ quota: null, usedUp: false });
  expect(await findPartnerLink((await makeWebinar()).id, code)).toBeNull();
  expect(await findPartnerLink(webinarId, undefined)).toBeNull();
});

describe("a link", () => {
  test("changes its name and its quota, and evicts nobody", async () => {
    const { id, webinarId, code } = await makePartnerLink({ quota: 3 });
    await makeRegistration({ webinarId, partnerLinkId: id });
    await makeRegistration({ webinarId, partnerLinkId: id, email: "autre@exemple.fr" });
    const [editor, { id: centreId }] = [await makeEditor(), await makeCentre()];
    expect(await updatePartnerLink(editor, { webinarId, id, partner: "La Région", quota: 1, centreId }, AT)).toEqual({
      ok: true,
    });
    expect(await listPartnerLinks(editor, webinarId)).toMatchObject([
      { partner: "La Région", quota: 1, centreId, holders: 2 },
    ]);
    expect(await findPartnerLink(webinarId, code)).toMatchObject({ usedUp: true });
    expect(await journal()).toMatchObject([
      {
        action: "partner-link.update",
        target: webinarId,
        details: { partnerLink: id, fields: ["partner", "quota", "centreId"] },
      },
    ]);
  });

  test("is deleted, and those whom it brought stay", async () => {
    const { id, webinarId } = await makePartnerLink();
    const registration = await makeRegistration({ webinarId, partnerLinkId: id });
    const editor = await makeEditor();
    expect(await deletePartnerLink(editor, { webinarId, id }, AT)).toEqual({ ok: true });
    expect(await db.registration.findUnique({ where: { id: registration.id } })).toMatchObject({
      status: "confirmed",
      partnerLinkId: null,
    });
    expect(await journal()).toMatchObject([{ action: "partner-link.delete", details: { partnerLink: id } }]);
  });

  test("of another session, or gone, is left alone and leaves no trace", async () => {
    const { id } = await makePartnerLink();
    const { id: webinarId } = await makeWebinar();
    const editor = await makeEditor();
    const change = { webinarId, id, partner: "Autre", quota: null, centreId: null };
    expect(await updatePartnerLink(editor, change, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await deletePartnerLink(editor, { webinarId, id }, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await db.partnerLink.count()).toBe(1);
    expect(await journal()).toEqual([]);
  });
});
