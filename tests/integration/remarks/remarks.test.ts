import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { applyRetention } from "#lib/privacy/mutations";
import { exportPerson } from "#lib/privacy/queries";
import { deleteRemark, handleRemark, leaveRemark } from "#lib/remarks/mutations";
import { countWaitingRemarks, listRemarks, pageVerdicts } from "#lib/remarks/queries";
import type { NewRemark } from "#lib/remarks/schema";
import { AT, DAY, later } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import { makeEditor, makeWebinar, unknownId } from "#tests/support/factories";
import { mailboxToken, registered, withQueues } from "#tests/support/registrations";
import { tracesOf } from "#tests/support/traces";

withQueues();

const FAULT: NewRemark = { page: "/besoins/a", verdict: "fault", text: "Le lien est mort.", email: null };
const YES: NewRemark = { page: "/besoins/a", verdict: "helpful", text: null, email: null };
const ELODIE = { ...FAULT, text: "Rappelez-moi.", email: "Elodie@exemple.fr" };

let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
});

const waiting = async () => (await listRemarks(editor)).waiting.map(({ text }) => text);

test("a form that comes twice is one remark, and another thing said on it is another", async () => {
  await leaveRemark(FAULT, "one", AT);
  await leaveRemark(FAULT, "one", later(1));
  await leaveRemark({ ...FAULT, text: "Et l’image aussi." }, "one", later(2));
  await leaveRemark(FAULT, "other", later(3));
  expect(await waiting()).toEqual(["Le lien est mort.", "Et l’image aussi.", "Le lien est mort."]);
});

test("a mere yes or no waits for nobody, and is counted by page, those that help least first", async () => {
  await leaveRemark({ ...YES, page: null }, "0", AT);
  for (const form of ["1", "2"]) await leaveRemark(YES, form, AT);
  await leaveRemark({ ...YES, verdict: "unhelpful" }, "3", AT);
  await leaveRemark(FAULT, "4", AT);
  expect(await countWaitingRemarks(editor)).toBe(1);
  expect(await pageVerdicts(editor)).toEqual([
    { page: "/besoins/a", helpful: 2, unhelpful: 1, fault: 1 },
    { page: null, helpful: 1, unhelpful: 0, fault: 0 },
  ]);
  await leaveRemark({ ...YES, text: "Merci." }, "5", AT);
  await leaveRemark({ ...YES, email: "a@exemple.fr" }, "6", AT);
  expect(await countWaitingRemarks(editor)).toBe(3);
});

/** So many rows, each with what its rank says. */
const rows = (count: number, more: (rank: number) => object) =>
  db.remark.createMany({
    data: Array.from({ length: count }, (_, rank) => ({ ...YES, formFingerprint: randomUUID(), ...more(rank) })),
  });

test("what waits is read oldest first, what was handled last first, two hundred and fifty of them at most", async () => {
  await rows(201, (rank) => ({ text: `${rank}`, createdAt: later(-rank) }));
  await rows(51, (rank) => ({ text: `${rank}`, handledAt: later(rank) }));
  expect(await waiting()).toEqual(Array.from({ length: 200 }, (_, rank) => `${200 - rank}`));
  const { handled } = await listRemarks(editor);
  expect(handled.map(({ text }) => text)).toEqual(Array.from({ length: 50 }, (_, rank) => `${50 - rank}`));
});

test("pages stand by how little they helped, then by how often something was said of them, the portal first", async () => {
  const said = (page: string | null, unhelpful: number, helpful: number) =>
    rows(unhelpful + helpful, (rank) => ({ page, verdict: rank < unhelpful ? "unhelpful" : "helpful" }));
  await said("/e", 1, 0);
  await said("/d", 1, 0);
  await said("/a", 0, 5);
  await said(null, 1, 0);
  await said("/c", 1, 1);
  await said("/b", 2, 0);
  expect((await pageVerdicts(editor)).map(({ page }) => page)).toEqual(["/b", "/c", null, "/d", "/e", "/a"]);
  await rows(200, (rank) => ({ page: `/page-${rank}` }));
  expect(await pageVerdicts(editor)).toHaveLength(200);
});

test("what is handled says by whom and when, once, and the journal tells it", async () => {
  await leaveRemark(FAULT, "1", AT);
  const { id } = await db.remark.findFirstOrThrow();
  expect(await handleRemark(editor, id, AT)).toBe(true);
  expect(await handleRemark(await makeEditor(), id, later(DAY))).toBe(false);
  expect(await waiting()).toEqual([]);
  expect((await listRemarks(editor)).handled).toMatchObject([{ id, handled: { at: AT, who: editor.name } }]);
  await db.user.delete({ where: { id: editor.userId } });
  expect((await listRemarks(editor)).handled).toMatchObject([{ handled: { at: AT, who: null } }]);
  expect(await db.auditEntry.findMany({ select: { action: true } })).toEqual([{ action: "remark.handle" }]);
});

test("the team deletes a remark, and one that is gone is no fault", async () => {
  await leaveRemark(FAULT, "1", AT);
  const { id } = await db.remark.findFirstOrThrow();
  expect(await deleteRemark(editor, id, AT)).toBe(true);
  expect(await db.auditEntry.findMany({ select: { action: true } })).toEqual([{ action: "remark.delete" }]);
  expect(await deleteRemark(editor, id, AT)).toBe(false);
  expect(await handleRemark(editor, unknownId(), AT)).toBe(false);
  expect(await db.auditEntry.count()).toBe(1);
});

test("remarks are kept twelve months, handled or not", async () => {
  await leaveRemark(FAULT, "1", AT);
  await leaveRemark(ELODIE, "2", later(DAY));
  const year = new Date(AT);
  year.setUTCFullYear(AT.getUTCFullYear() + 1);
  await applyRetention(new Date(year.getTime() - 1));
  expect(await db.remark.count()).toBe(2);
  await applyRetention(year);
  expect(await waiting()).toEqual(["Rappelez-moi."]);
});

test("what somebody left with their address is told to them, and erased with them", async () => {
  const { slug } = await makeWebinar();
  await registered(slug);
  await leaveRemark(ELODIE, "1", AT);
  await leaveRemark({ ...FAULT, email: "autre@exemple.fr" }, "2", AT);
  await leaveRemark({ ...ELODIE, text: "Il y a longtemps." }, "3", later(-DAY));
  const token = await mailboxToken();
  const told = { page: "/besoins/a", verdict: "fault", email: "Elodie@exemple.fr" };
  expect((await exportPerson(token))?.remarks).toEqual([
    { ...told, text: "Il y a longtemps.", createdAt: later(-DAY) },
    { ...told, text: "Rappelez-moi.", createdAt: AT },
  ]);
  await eraseToTheEnd(token, AT);
  expect(await tracesOf(["elodie@", "Rappelez-moi", "longtemps"])).toEqual([]);
  expect(await waiting()).toEqual(["Le lien est mort."]);
});
