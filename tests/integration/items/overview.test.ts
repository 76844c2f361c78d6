import { describe, expect, it } from "vitest";
import { editorialOverview, incompleteItems, pendingItems, titlesOf } from "#lib/items/queries";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCentre,
  makeEditor,
  makeFigure,
  makeNeed,
  makePage,
  makeResource,
  makeTerm,
  makeWebinar,
  unknownId,
} from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";

describe("the dashboard", () => {
  it("counts what waits, noun by noun", async () => {
    const editor = await makeEditor();
    await makeNeed({ confidence: "to_confirm" });
    await makeTerm({ publishedAt: null, confidence: "to_confirm" });
    await makeTerm({ publishedAt: later(DAY) });
    await makeTerm({ withdrawnAt: AT, confidence: "to_confirm" });
    expect((await editorialOverview(editor, AT)).toSorted((a, b) => (a.noun < b.noun ? -1 : 1))).toEqual([
      { noun: "need", drafts: 0, scheduled: 0, toConfirm: 1, changed: 0 },
      { noun: "term", drafts: 1, scheduled: 1, toConfirm: 1, changed: 0 },
    ]);
  });

  it("lists what is not online yet: the next to appear first, then the drafts", async () => {
    const editor = await makeEditor();
    await makeResource();
    await makeTerm({ withdrawnAt: AT });
    await makePage({ title: "Brouillon", publishedAt: null });
    await makeWebinar({ title: "Dans deux jours", publishedAt: later(2 * DAY) });
    await makeCentre({ name: "Demain", publishedAt: later(DAY) });
    const pending = await pendingItems(editor, AT, 10);
    expect(pending.map(({ noun, title }) => [noun, title])).toEqual([
      ["centre", "Demain"],
      ["webinar", "Dans deux jours"],
      ["page", "Brouillon"],
    ]);
    expect(await pendingItems(editor, AT, 1)).toHaveLength(1);
  });

  it("lists what is to be completed before the site goes online, noun by noun", async () => {
    const body = "[à compléter par l’équipe avant la mise en ligne]";
    await expectOrder(
      ["page a", "page b", "page c", "term a"],
      (name) => {
        const [noun, slug = ""] = name.split(" ");
        return noun === "page" ? makePage({ slug, body }) : makeTerm({ slug, definition: body });
      },
      async () => (await incompleteItems(AT)).map(({ noun, slug }) => `${noun} ${slug}`),
    );
  });

  it("lists the drafts touched last first", async () => {
    const editor = await makeEditor();
    await expectOrder(
      ["Ce matin", "Hier", "Avant-hier", "Autrefois"],
      (title, rank) => makePage({ title, publishedAt: null, updatedAt: later(-rank * DAY) }),
      async () => (await pendingItems(editor, AT, 10)).map(({ title }) => title),
    );
  });

  it("lists drafts of one instant, as those of a new cycle, in the order in which they were made", async () => {
    const editor = await makeEditor();
    await expectOrder(
      ["Janvier", "Février", "Mars", "Avril"],
      (title, rank) =>
        makePage({ title, publishedAt: null, updatedAt: AT, id: `019c0000-0000-7000-8000-00000000000${rank}` }),
      async () => (await pendingItems(editor, AT, 10)).map(({ title }) => title),
    );
  });

  it("tells two drafts of one title apart: when the session is, or when the text was touched", async () => {
    const editor = await makeEditor();
    const draft = { title: "Lancement du cycle", publishedAt: null } as const;
    const sessions = [await makeWebinar({ ...draft, startsAt: later(-DAY) }), await makeWebinar(draft)];
    const page = await makePage({ title: "Brouillon", publishedAt: null });
    const pending = await pendingItems(editor, AT, 10);
    const found = (id: string) => pending.find((item) => item.id === id);
    for (const { id, startsAt } of sessions) expect(found(id)?.startsAt).toEqual(startsAt);
    expect(found(page.id)).toMatchObject({ startsAt: null, updatedAt: page.updatedAt });
  });

  it("names items by their identifiers", async () => {
    const figure = await makeFigure({ value: "76 %", statement: "des maires" });
    const titles = await titlesOf(await makeEditor(), [figure.id, unknownId(), "autre chose"]);
    expect([...titles]).toEqual([[figure.id, "76 % des maires"]]);
  });
});
