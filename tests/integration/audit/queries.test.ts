import { describe, expect, it } from "vitest";
import { recordAudit } from "#lib/audit/mutations";
import { lastSave, listAudit } from "#lib/audit/queries";
import { db } from "#lib/platform/db";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeEditor, unknownId } from "#tests/support/factories";

describe("the journal", () => {
  it("tells who did what, newest first, and which fields changed", async () => {
    const editor = await makeEditor({ name: "Anne" });
    const target = unknownId();
    const details = { fields: ["title", "body"] };
    await recordAudit(db, editor, { action: "need.update", noun: "need", target, details, at: AT });
    await recordAudit(db, null, { action: "need.purge", noun: "need", target, at: later(MINUTE) });
    const { items, total } = await listAudit(editor);
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { who: null, action: "need.purge", fields: [] },
      { who: "Anne", action: "need.update", target, fields: ["title", "body"], at: AT },
    ]);
  });

  it("tells which message was stopped", async () => {
    const editor = await makeEditor();
    const details = { kind: "survey" };
    await recordAudit(db, editor, { action: "mail.switch-off", noun: "webinar", target: unknownId(), details });
    expect((await listAudit(editor)).items).toMatchObject([{ kind: "survey", fields: [] }]);
  });

  it("still tells what somebody did whose account is gone", async () => {
    const [editor, other] = [await makeEditor(), await makeEditor()];
    await recordAudit(db, editor, { action: "need.update", noun: "need", target: unknownId() });
    const entries = await db.auditEntry.findMany();
    await db.user.delete({ where: { id: editor.userId } });
    expect((await listAudit(other)).items).toMatchObject([{ who: "Compte supprimé" }]);
    expect(await db.auditEntry.findMany()).toEqual(entries);
  });

  it("refers to no row whose deletion would change it, or be refused", async () => {
    const references = await db.$queryRaw`
      SELECT "conname"::text FROM pg_constraint WHERE "conrelid" = '"AuditEntry"'::regclass AND "contype" = 'f'`;
    expect(references).toEqual([]);
  });

  it("comes in pages of fifty; a page past the end is the last", async () => {
    const editor = await makeEditor();
    const entry = { action: "need.update", noun: "need", target: "x", userId: editor.userId };
    await db.auditEntry.createMany({ data: Array.from({ length: 51 }, () => ({ ...entry })) });
    expect((await listAudit(editor)).items).toHaveLength(50);
    expect(await listAudit(editor, { page: 9 })).toMatchObject({
      page: 2,
      pageCount: 2,
      items: [{ action: "need.update" }],
    });
  });

  it("knows who saved an item last, whoever published it since", async () => {
    const [anne, bruno] = [await makeEditor({ name: "Anne" }), await makeEditor({ name: "Bruno" })];
    const target = unknownId();
    expect(await lastSave(anne, "need", target)).toBeNull();
    await recordAudit(db, bruno, { action: "need.create", noun: "need", target, at: AT });
    await recordAudit(db, anne, { action: "need.update", noun: "need", target, at: later(MINUTE) });
    await recordAudit(db, bruno, { action: "need.publish", noun: "need", target, at: later(2 * MINUTE) });
    expect(await lastSave(anne, "need", target)).toEqual({ who: "Anne", at: later(MINUTE) });
  });
});
