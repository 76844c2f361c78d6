import { describe, expect, it } from "vitest";
import { harmsOf } from "#lib/desks/checks";
import { publishAction } from "#lib/edge/publish-action";
import { listTerms } from "#lib/glossary/queries";
import { db } from "#lib/platform/db";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeTerm, unknownId } from "#tests/support/factories";

const { schema, run } = publishAction(() => AT, harmsOf);
const post = async (fields: Record<string, string>) =>
  run(schema.parse({ noun: "term", ...fields }), await makeEditor());
const refusal = (fields: Record<string, string>) =>
  schema.safeParse({ noun: "term", id: unknownId(), ...fields }).error?.issues[0]?.message;

describe("the buttons of publication", () => {
  it("put a draft online at once", async () => {
    const { id } = await makeTerm({ publishedAt: null });
    expect(await listTerms(AT)).toEqual([]);
    expect(await post({ id, kind: "publish" })).toEqual({
      ok: true,
      redirectTo: `/administration/glossaire/${id}?fait=publie`,
    });
    expect(await listTerms(AT)).toHaveLength(1);
  });

  it("put a draft online at an hour of Paris, without anything having to run", async () => {
    const { id } = await makeTerm({ publishedAt: null });
    expect(await post({ id, kind: "schedule", at: "2027-01-11T10:30" })).toMatchObject({ ok: true });
    expect(await listTerms(later(30 * MINUTE - 1))).toEqual([]);
    expect(await listTerms(later(30 * MINUTE))).toHaveLength(1);
  });

  it("take an item off the site and put it back", async () => {
    const { id } = await makeTerm();
    await post({ id, kind: "withdraw", departure: "mistake" });
    expect(await listTerms(AT)).toEqual([]);
    await post({ id, kind: "publish" });
    expect(await listTerms(AT)).toHaveLength(1);
    expect(await db.auditEntry.findMany({ select: { action: true }, orderBy: { id: "asc" } })).toEqual([
      { action: "term.withdraw" },
      { action: "term.publish" },
    ]);
  });

  it("refuse a time that is past, in French", async () => {
    const { id } = await makeTerm({ publishedAt: null });
    expect(await post({ id, kind: "schedule", at: "2027-01-11T09:59" })).toMatchObject({
      fieldErrors: { at: expect.stringContaining("Cette date est passée") },
    });
  });

  it.each(["2027-03-28T02:30", "2027-10-31T02:30"])(
    "refuse %s, which the clock change makes absent or double",
    (at) => {
      expect(refusal({ kind: "schedule", at })).toContain("changement d’heure");
    },
  );

  it("ask for a time when none is given", () => {
    expect(refusal({ kind: "schedule", at: "" })).toContain("Indiquez la date");
    expect(refusal({ kind: "schedule" })).toContain("Indiquez la date");
  });

  it("say that an item is gone", async () => {
    expect(await post({ id: unknownId(), kind: "publish" })).toMatchObject({ formError: expect.any(String) });
  });
});
