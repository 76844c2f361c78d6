import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { saveReason } from "#app/(back-office)/administration/couverture/actions";
import { CoverageScreen } from "#components/back-office/ties/coverage";
import { openSession } from "#lib/auth/session-mutations";
import { findWritten } from "#lib/desks/written";
import { ASKED } from "#lib/edge/front/request";
import { IDLE } from "#lib/forms/state";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { reasonField } from "#lib/needs/schema";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { findCoverage } from "#lib/ties/coverage/queries";
import { AT } from "#tests/support/clock";
import { makeCentre, makeEditor, makeNeed, makeResource, makeUser } from "#tests/support/factories";
import { HIDDEN } from "#tests/support/publication";
import { withQueues } from "#tests/support/registrations";

const request = vi.hoisted(() => ({ token: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: request.token }), set: () => undefined }),
  headers: async () => new Headers({ [ASKED]: "POST /administration/couverture" }),
}));

withQueues();

async function grid() {
  const [need, bare] = [
    await makeNeed({ title: "Coopérer", publishedAt: new Date("2020-01-01") }),
    await makeNeed({ title: "Évaluer" }),
  ];
  const [centre, other] = [await makeCentre({ name: "Centre A" }), await makeCentre({ name: "Centre B" })];
  const answer = { needId: need.id, reason: "Il forme.", confidence: "documented" } as const;
  await db.centreNeed.create({ data: { ...answer, centreId: centre.id } });
  await db.centreNeed.create({ data: { ...answer, centreId: other.id, confidence: "to_confirm" } });
  return { need, bare, centre, other };
}

const tied = async (needIds: string[], centreIds: string[], row: object = {}) =>
  makeResource({
    ...row,
    needs: { create: needIds.map((needId) => ({ needId })) },
    centres: { create: centreIds.map((centreId) => ({ centreId })) },
  } as never);

describe("the grid", () => {
  test("counts, for each need and centre, what their filtered list holds online, and nothing withdrawn", async () => {
    const { need, bare, centre, other } = await grid();
    await makeNeed({ withdrawnAt: AT });
    await makeCentre({ withdrawnAt: AT });
    await tied([need.id, bare.id], [centre.id]);
    await tied([need.id], [centre.id]);
    for (const hidden of HIDDEN) await tied([need.id], [other.id], hidden);
    const editor = await makeEditor();
    const { needs, centres } = await findCoverage(editor, AT);
    expect(centres.map(({ name }) => name)).toEqual(["Centre A", "Centre B"]);
    expect(needs.map(({ title, cells }) => [title, ...cells.map(({ documents }) => documents)])).toEqual([
      ["Coopérer", 2, 0],
      ["Évaluer", 1, 0],
    ]);
    for (const { id: besoin, cells } of needs) {
      for (const { centreId, documents } of cells) {
        const query = listQuery.parse({ besoin, centre: centreId, etat: "published" });
        expect((await listItems(editor, "resource", query, AT)).total).toBe(documents);
      }
    }
  });

  test("shows where a centre is said to answer and nothing is to be read", async () => {
    const { need, centre, other } = await grid();
    await tied([need.id], [centre.id]);
    const html = renderToStaticMarkup(
      <CoverageScreen coverage={await findCoverage(await makeEditor(), AT)} done={undefined} />,
    );
    expect(html).toContain("1\u00A0case à combler.");
    expect(html.match(/>À combler</g)).toHaveLength(1);
    expect(html).toContain(`besoin=${need.id}&amp;centre=${centre.id}&amp;etat=published`);
    expect(html).not.toContain(`besoin=${need.id}&amp;centre=${other.id}`);
    expect(html).toContain("Y répond, à confirmer");
    expect(html.match(/N’y répond pas/g)).toHaveLength(2);
  });
});

describe("the reason of a pair", () => {
  beforeEach(async () => {
    const { id } = await makeUser({ role: "editor" });
    request.token = (await openSession(db, { userId: id, userAgent: null }, now())).token;
  });

  const post = async (typed: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(typed)) form.set(name, value);
    return saveReason(IDLE, form).catch((error: { digest?: string }) => String(error.digest).split(";")[2]);
  };
  const answers = (needId: string) =>
    db.centreNeed.findMany({ where: { needId }, select: { centreId: true, reason: true, confidence: true } });

  test("is published with the need as it stands, its other centres untouched", async () => {
    const { need, centre, other } = await grid();
    const typed = { needId: need.id, centreId: centre.id, version: "1", reason: "Il accompagne.", doubtful: "on" };
    expect(await post({ ...typed, step: "publish" })).toBe("/administration/couverture?fait=publie");
    expect(await answers(need.id)).toEqual(
      expect.arrayContaining([
        { centreId: centre.id, reason: "Il accompagne.", confidence: "to_confirm" },
        { centreId: other.id, reason: "Il forme.", confidence: "to_confirm" },
      ]),
    );
    expect(await db.need.findUnique({ where: { id: need.id } })).toMatchObject({ body: need.body, version: 2 });
    expect(await db.auditEntry.findMany({ select: { action: true, details: true } })).toContainEqual({
      action: "need.update",
      details: { fields: ["centres"] },
    });
  });

  test("waits beside the page when it is only saved, and is found again where it was written", async () => {
    const { need, centre } = await grid();
    const typed = { needId: need.id, centreId: centre.id, version: "1", reason: "Il accompagne." };
    expect(await post({ ...typed, step: "save" })).toBe("/administration/couverture?fait=garde");
    expect(await answers(need.id)).toContainEqual({
      centreId: centre.id,
      reason: "Il forme.",
      confidence: "documented",
    });
    const written = await findWritten(await makeEditor(), "need", need.id);
    expect(written).toMatchObject({ waiting: true, version: 2 });
    expect(written?.values[reasonField(centre.id)]).toBe("Il accompagne.");
  });

  test("an empty reason says that the centre does not answer", async () => {
    const { need, centre, other } = await grid();
    await post({ needId: need.id, centreId: centre.id, version: "1", reason: " ", step: "publish" });
    expect((await answers(need.id)).map(({ centreId }) => centreId)).toEqual([other.id]);
  });

  test("is refused in words beside it, with what was typed, when it is too long or somebody saved meanwhile", async () => {
    const { need, centre } = await grid();
    const typed = { needId: need.id, centreId: centre.id, version: "1", reason: "x".repeat(401), step: "publish" };
    expect(await post(typed)).toMatchObject({
      status: "invalid",
      values: { reason: typed.reason },
      fieldErrors: { reason: expect.stringContaining("400 caractères") },
    });
    await post({ ...typed, reason: "Il accompagne." });
    expect(await post({ ...typed, reason: "Il finance." })).toMatchObject({
      status: "invalid",
      values: { reason: "Il finance." },
      formError: expect.stringContaining("Quelqu’un a enregistré ce besoin"),
    });
    expect(await answers(need.id)).toContainEqual({
      centreId: centre.id,
      reason: "Il accompagne.",
      confidence: "documented",
    });
  });
});
