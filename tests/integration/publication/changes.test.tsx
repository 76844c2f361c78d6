import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { Changes } from "#components/publication/changes";
import { deskOf } from "#lib/desks/desks";
import { atomFeed } from "#lib/feeds/atom";
import { latestEntries } from "#lib/feeds/queries";
import { listChanges } from "#lib/items/changes";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { filledIn } from "#tests/support/edit-form";
import { editionAt, openedNew } from "#tests/support/edition";
import { makeCentre, makeCycle, makeEditor, makeNeed, makeResource, makeTerm } from "#tests/support/factories";

describe.each(EDITORIAL_NOUNS)("a %s that is published anew", (noun) => {
  it("tells readers what changed when the team says it, and nothing of what they never read", async () => {
    const editor = await makeEditor();
    await Promise.all([makeNeed(), makeCentre(), makeCycle()]);
    const form = { ...openedNew(), ...filledIn(await deskOf(noun).fields(editor)) };
    const read = () => listChanges(noun, "une-adresse");
    await editionAt().post(noun, { ...form, step: "publish", changeNote: "Première mise en ligne." }, editor);
    expect(await read()).toEqual([]);
    const next = { ...form, pen: openedNew().pen, source: "Une autre" };
    await editionAt(later(1)).post(noun, { ...next, version: "1", changeNote: "Rien encore." }, editor);
    expect(await read()).toEqual([]);
    await editionAt(later(2)).post(
      noun,
      { ...next, version: "2", step: "publish", changeNote: " Des sources. " },
      editor,
    );
    await editionAt(later(3)).post(noun, { ...next, version: "3", step: "publish", changeNote: "" }, editor);
    expect(await read()).toEqual([{ at: later(2), note: "Des sources." }]);
  });
});

test("a note that is too long is told beside its field, and nothing is published", async () => {
  const editor = await makeEditor();
  const form = { ...openedNew(), name: "Alliance", definition: "Avant.", source: "La fiche", confidence: "documented" };
  await editionAt().post("term", { ...form, step: "publish" }, editor);
  const next = { ...form, version: "1", definition: "Après.", step: "publish" };
  expect(await editionAt().post("term", { ...next, changeNote: "a".repeat(301) }, editor)).toMatchObject({
    fieldErrors: { changeNote: expect.stringContaining("trop long") },
  });
  expect(await db.term.findFirstOrThrow()).toMatchObject({ definition: "Avant." });
});

test("the last change is told first", async () => {
  const { id, slug } = await makeTerm();
  const told = [AT, later(1), later(1)].map((at, rank) => ({ noun: "term", itemId: id, note: `Le ${rank}.`, at }));
  for (const data of told) await db.changeNote.create({ data });
  expect((await listChanges("term", slug)).map(({ note }) => note)).toEqual(["Le 2.", "Le 1.", "Le 0."]);
});

test("a page shows the last change, and folds the others", () => {
  const changes = [2, 1].map((rank) => ({ at: later(rank * DAY), note: `Le ${rank}.` }));
  const html = renderToStaticMarkup(<Changes changes={changes} />);
  expect(html).toMatch(/Mis à jour le.*Le 2\..*<details.*Le 1\./);
  expect(renderToStaticMarkup(<Changes changes={changes.slice(0, 1)} />)).not.toContain("<details");
  expect(renderToStaticMarkup(<Changes changes={[]} />)).toBe("");
});

test("the feed tells the last change of a document", async () => {
  const { id } = await makeResource({ summary: "Un guide.", publishedAt: later(-DAY) });
  for (const [rank, note] of ["Avant.", "Les liens sont à jour."].entries())
    await db.changeNote.create({ data: { noun: "resource", itemId: id, note, at: later(rank) } });
  const file = atomFeed(
    await latestEntries({}, AT),
    { title: "P", path: "/flux.xml", about: "/" },
    "https://p.example",
  );
  expect(file).toMatch(/Un guide\. Mis à jour le [^:]*:.Les liens sont à jour\./);
  expect(file).not.toContain("Avant.");
});
