import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listAudit } from "#lib/audit/queries";
import { findingsOf, harmsOf } from "#lib/desks/checks";
import { deskOf } from "#lib/desks/desks";
import { findingsAction } from "#lib/edge/findings-action";
import { publishAction } from "#lib/edge/publish-action";
import { readAnswer } from "#lib/editorial/schema";
import { listTerms } from "#lib/glossary/queries";
import { db } from "#lib/platform/db";
import { findWorkingCopy } from "#lib/revisions/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { editionAt, openedNew } from "#tests/support/edition";
import { makeEditor, makeNeed, makePage, makeTerm, makeWebinar } from "#tests/support/factories";

const { post, autosave } = editionAt();
const HARM = "[Cliquez ici](/besoins).";
const term = { name: "Alliance", definition: HARM, source: "La fiche", confidence: "documented" };
const NEXT_DAY = "2027-01-12T10:00";
const refused = {
  ok: false,
  formError: expect.stringMatching(
    /^Rien n’est publié pour le moment.*«\u202FCliquez ici\u202F» ne dit pas où il mène/,
  ),
};

describe("a text that harms readers", () => {
  it("is saved as any other, and published only with a reason, which the journal keeps", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), ...term };
    expect(await autosave("term", form, editor)).toMatchObject({ status: "saved" });
    expect(await post("term", { ...form, version: "1" }, editor)).toMatchObject({ ok: true });
    const asked = { ...form, version: "2", step: "publish" };
    expect(await post("term", asked, editor)).toMatchObject({ ...refused, echo: { "despite.asked": "publish" } });
    expect(await post("term", { ...asked, despite: "  " }, editor)).toMatchObject(refused);
    expect(await listTerms(AT)).toEqual([]);
    expect(await post("term", { ...asked, despite: "Le lien change lundi." }, editor)).toMatchObject({ ok: true });
    expect(await listTerms(AT)).toHaveLength(1);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "term.publish" } });
    expect(entry.details).toEqual({ despite: "Le lien change lundi.", checks: ["link-words"] });
    expect((await listAudit(editor)).items).toContainEqual(
      expect.objectContaining({ despite: "Le lien change lundi." }),
    );
  });

  it("asks for no reason once it is mended, and keeps none that was not needed", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), ...term, definition: "Un engagement.", step: "publish", despite: "Pour rien." };
    expect(await post("term", form, editor)).toMatchObject({ ok: true });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "term.publish" } });
    expect(entry.details).toEqual({});
  });

  it("comes out at no later hour without one, and is not put under a publication that was planned without it", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), ...term, step: "schedule", publishAt: NEXT_DAY };
    expect(await post("term", form, editor)).toMatchObject({ ...refused, echo: { "despite.asked": "schedule" } });
    const mended = { ...form, definition: "Un engagement." };
    expect(await post("term", mended, editor)).toMatchObject({ ok: true });
    const again = { ...form, step: "save", version: "1", pen: randomUUID() };
    expect(await post("term", again, editor)).toMatchObject({ redirectTo: expect.stringContaining("fait=attend") });
    expect(await findWorkingCopy(editor, "term", form.id)).toMatchObject({ values: { definition: HARM } });
    expect(await listTerms(later(DAY))).toMatchObject([{ definition: "Un engagement." }]);
    const agreed = { ...form, version: "2", despite: "Convenu.", pen: randomUUID() };
    expect(await post("term", agreed, editor)).toMatchObject({ ok: true });
    expect(await listTerms(later(DAY))).toMatchObject([{ definition: HARM }]);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: "term.schedule" }, orderBy: { id: "desc" } });
    expect(entry.details).toMatchObject({ despite: "Convenu." });
  });

  it("is kept by the buttons of publication too, of sessions among others", async () => {
    const editor = await makeEditor();
    const { schema, run } = publishAction(() => AT, harmsOf);
    const act = (form: Record<string, string>) => run(schema.parse(form), editor);
    const { id } = await makeWebinar({
      publishedAt: null,
      replayUrl: "https://exemple.fr/v",
      replayPublishedAt: later(-DAY),
    });
    for (const kind of ["publish", "schedule"]) {
      const form = { noun: "webinar", id, kind, at: NEXT_DAY };
      expect(await act(form)).toMatchObject({
        ok: false,
        formError: expect.stringContaining("transcription"),
        echo: { "despite.asked": kind },
      });
      expect(await act({ ...form, despite: "Elle arrive." })).toMatchObject({ ok: true });
    }
    const kept = await db.auditEntry.findMany({ where: { target: id } });
    expect(kept.map(({ details }) => (details as { despite?: string }).despite)).toEqual([
      "Elle arrive.",
      "Elle arrive.",
    ]);
    const { id: alliance } = await makeTerm({ definition: HARM });
    expect(await act({ noun: "term", id: alliance, kind: "withdraw", departure: "mistake" })).toMatchObject({
      ok: true,
    });
  });
});

describe("what a form asks while somebody writes", () => {
  const { schema, run } = findingsAction(deskOf, findingsOf, () => AT);
  const ask = async (form: Record<string, string>) => {
    const outcome = await run(schema.parse(form), await makeEditor());
    return outcome.ok ? null : readAnswer(String(outcome.echo?.findings));
  };

  it("is told what is in its fields, and nothing is saved", async () => {
    expect(await ask({ noun: "term", definition: HARM, source: "x" })).toMatchObject([
      { check: "link-words", field: "definition", line: 1 },
    ]);
    expect(await db.revision.count()).toBe(0);
  });

  it("looks at the words that subtitles say, and not at how their file says them", async () => {
    const file = (words: string) => `WEBVTT\n\nNOTE made by XYZQ\n\n00:01.000 --> 00:02.000\n${words}\n`;
    expect(await ask({ noun: "webinar", transcript: file("Bonjour à toutes.") })).toEqual([]);
    expect(await ask({ noun: "webinar", transcript: file("La QWZX le dit.") })).toMatchObject([
      { field: "transcript", message: expect.stringContaining("QWZX") },
    ]);
    expect(await ask({ noun: "webinar", transcript: "WEBVTT est une forme de fichier." })).toMatchObject([
      { field: "transcript", message: expect.stringContaining("WEBVTT") },
    ]);
  });

  it("knows the links that do not open, of this portal and of others", async () => {
    const need = await makeNeed({ slug: "agir" });
    await makePage({ slug: "demain", publishedAt: later(1) });
    await makeWebinar({ slug: "definir-sa-strategie-2019" });
    const watched = { heldBy: [], seenAt: AT, nextAt: AT };
    await db.watchedLink.createMany({
      data: [
        { ...watched, url: "https://mort.fr", state: "dead" },
        { ...watched, url: "https://tu.fr/x", state: "dead", ignoredUntil: later(DAY) },
        { ...watched, url: "https://douteux.fr/x", state: "to_check" },
      ],
    });
    const to = (...urls: string[]) => urls.map((url, rank) => `[La page ${rank}](${url})`).join("\n");
    const fine = to(
      `/besoins/${need.slug}#haut`,
      "/besoins",
      "/",
      "/recherche?q=x",
      "/mon-dossier",
      "/webinaires/definir-sa-strategie",
      "/webinaires/definir-sa-strategie-2019",
      "https://tu.fr/x",
      "https://douteux.fr/x",
    );
    expect(await ask({ noun: "page", body: fine })).toEqual([]);
    const broken = await ask({
      noun: "page",
      body: to("https://mort.fr#x", "/besoins/autre", "/demain", "/collections/x"),
    });
    expect(broken?.map(({ check, line }) => `${check} ${line}`)).toEqual([
      "dead-link 1",
      "lost-page 2",
      "lost-page 3",
      "lost-page 4",
    ]);
  });
});
