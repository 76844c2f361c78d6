import { describe, expect, it } from "vitest";
import { recordAudit } from "#lib/audit/mutations";
import { lastSave, listActors, listActs, listAudit } from "#lib/audit/queries";
import { daysOf, journalQuery, PORTAL } from "#lib/audit/schema";
import { db } from "#lib/platform/db";
import { auditTargets } from "#lib/privacy/queries";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeMail, makeRegistration, unknownId } from "#tests/support/factories";

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

  describe("is narrowed", () => {
    it("to who acted, the portal included", async () => {
      const [anne, bruno] = [await makeEditor({ name: "Anne" }), await makeEditor({ name: "Bruno" })];
      for (const [editor, target] of [
        [anne, "a"],
        [bruno, "b"],
        [null, "c"],
      ] as const)
        await recordAudit(db, editor, { action: "need.update", noun: "need", target, at: AT });
      const targets = async (who: string) => (await listAudit(anne, { who })).items.map(({ target }) => target);
      expect(await targets(anne.userId)).toEqual(["a"]);
      expect(await targets(PORTAL)).toEqual(["c"]);
      expect((await listActors(anne)).map(({ name }) => name)).toEqual(["Anne", "Bruno"]);
    });

    it("to an act in words, whatever it was done to", async () => {
      const editor = await makeEditor();
      for (const action of ["need.update", "centre.update", "user.role", "centre.publish"])
        await recordAudit(db, editor, { action, noun: "x", target: action, at: AT });
      expect(await listActs(editor)).toEqual(["changement de rôle", "modification", "publication"]);
      const found = (await listAudit(editor, { act: "modification" })).items.map(({ target }) => target);
      expect(found.sort()).toEqual(["centre.update", "need.update"]);
      expect((await listAudit(editor, { act: "rien de tel" })).total).toBe(0);
    });

    it("to days of Paris, the last one whole", async () => {
      const editor = await makeEditor();
      const { from, until } = daysOf({ du: "2026-11-23", au: "2026-11-24" });
      const times = [from, until].map((instant) => instant?.getTime() ?? 0);
      expect(times.map((time) => new Date(time).toISOString())).toEqual([
        "2026-11-22T23:00:00.000Z",
        "2026-11-24T23:00:00.000Z",
      ]);
      for (const time of times.flatMap((edge) => [edge - 1, edge]))
        await recordAudit(db, editor, {
          action: "need.update",
          noun: "need",
          target: String(time),
          at: new Date(time),
        });
      const found = (await listAudit(editor, { from, until })).items.map(({ target }) => Number(target));
      expect(found.sort()).toEqual([times[0], (times[1] ?? 0) - 1]);
      expect(daysOf(journalQuery.parse({ du: "hier", au: "2026-02-30", page: "x" }))).toEqual({
        from: null,
        until: null,
      });
    });

    it("to one person: what was done to them, their registrations and their messages", async () => {
      const editor = await makeEditor();
      const own = await makeRegistration({ email: "ines@exemple.fr" });
      const mail = await makeMail({ to: "ines@exemple.fr", emailKey: "ines@exemple.fr" });
      const other = await makeRegistration({ email: "paul@exemple.fr" });
      const targets = [own.personId ?? "", own.id, mail.id, other.id];
      for (const target of targets) await recordAudit(db, editor, { action: "x.update", noun: "x", target, at: AT });
      const about = async (address: string) =>
        (await listAudit(editor, { targets: await auditTargets(editor, address) })).items.map(({ target }) => target);
      expect((await about(" Ines@EXEMPLE.fr")).sort()).toEqual(targets.slice(0, 3).sort());
      expect(await about("personne@exemple.fr")).toEqual([]);
    });
  });
});
