import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { SearchSettingsScreen } from "#components/back-office/search/settings";
import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { countFruitless } from "#lib/search/fruitless-mutations";
import { searchSite } from "#lib/search/queries";
import { asLines, searchSettings, siteQuery } from "#lib/search/schema";
import { saveSettings } from "#lib/search/settings-mutations";
import { fruitlessSearches, settings, triedQueries } from "#lib/search/settings-queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeTerm } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";

let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
});

const shown = async () => fingerprint(await settings(editor));
const KEPT = { synonyms: [["don", "libéralité"]], tests: [{ words: "libéralité", path: "/glossaire#don" }] };

test("from a search without answer to a synonym, and a test that keeps it", async () => {
  await makeTerm({ slug: "don", name: "Don" });
  expect((await searchSite(AT, siteQuery.parse({ q: "libéralité" }))).total).toBe(0);
  await countFruitless("Libéralité", AT);
  expect(await fruitlessSearches(editor)).toEqual([{ words: "liberalite", count: 1 }]);
  expect(await triedQueries(editor, KEPT.tests, AT)).toMatchObject([{ rank: null }]);

  expect(await saveSettings(editor, KEPT, await shown(), AT)).toEqual({ ok: true });
  expect(await triedQueries(editor, (await settings(editor)).tests, AT)).toMatchObject([{ rank: 1 }]);
  expect(await db.auditEntry.count({ where: { action: "search.settings" } })).toBe(1);
});

test("who saves over what somebody else saved is refused, and nothing is lost", async () => {
  const before = await shown();
  await saveSettings(editor, KEPT, before, AT);
  expect(await saveSettings(editor, { synonyms: [], tests: [] }, before, AT)).toEqual({ ok: false, reason: "stale" });
  expect(await settings(editor)).toEqual(KEPT);
});

test("the form reads what it shows, and says which line is wrong", () => {
  const typed = { ...asLines(KEPT), shown: "x" };
  expect(searchSettings.parse(typed)).toEqual({ ...KEPT, shown: "x" });
  const wrong = searchSettings.safeParse({ synonyms: "a, b\nseul", tests: "mots /page", shown: "x" });
  expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["synonyms", "Ligne 2\u00A0: écrivez au moins deux mots, séparés par des virgules."],
    ["tests", "Ligne 1\u00A0: écrivez les mots, une flèche →, puis l’adresse de la page, qui commence par /."],
  ]);
});

test("groups of synonyms and tests stand in the order in which they were typed", async () => {
  await expectOrder(
    ["un", "deux", "trois"],
    async (word, position) => {
      await db.synonymGroup.create({ data: { position, words: [word] } });
      await db.testQuery.create({ data: { position, words: word, path: "/besoins" } });
    },
    async () => (await settings(editor)).synonyms.flat(),
  );
  expect((await settings(editor)).tests.map(({ words }) => words)).toEqual(["un", "deux", "trois"]);
});

test("what found nothing stands by how often, then by how lately, then by its letters, fifty of them at most", async () => {
  const row = (words: string, count: number, day: number) => ({ words, count, day: later(day * DAY) });
  await db.fruitlessSearch.createMany({
    data: [row("d", 2, -2), row("b", 2, -1), row("c", 2, -1), row("a", 1, 0), row("e", 2, -9), row("e", 1, -8)],
  });
  expect((await fruitlessSearches(editor)).map(({ words }) => words)).toEqual(["e", "b", "c", "d", "a"]);
  await db.fruitlessSearch.createMany({ data: Array.from({ length: 50 }, (_, rank) => row(`mot ${rank}`, 1, 0)) });
  expect(await fruitlessSearches(editor)).toHaveLength(50);
});

test("words are counted by day, never those that tell somebody, and go after a year", async () => {
  await countFruitless("vieux", later(-400 * DAY));
  await countFruitless("ancien", later(-399 * DAY));
  for (const typed of ["Mécène", "mecene", "", "anne@exemple.fr", "06 12 34 56 78", "x".repeat(61)])
    await countFruitless(typed, AT);
  await countFruitless("mecene", later(DAY));
  expect(await fruitlessSearches(editor)).toEqual([
    { words: "mecene", count: 3 },
    { words: "ancien", count: 1 },
  ]);
});

test("the screen shows what found nothing, and the rank of each test", () => {
  const answer = async () => ({ status: "idle" }) as never;
  const html = renderToStaticMarkup(
    <SearchSettingsScreen
      lines={asLines(KEPT)}
      shown="x"
      fruitless={[{ words: "libéralité", count: 2 }]}
      tried={[
        { words: "don", path: "/glossaire#don", rank: 1 },
        { words: "legs", path: "/glossaire#don", rank: null },
      ]}
      save={answer}
      search={{}}
    />,
  );
  for (const words of ["2\u00A0fois", "est en tête", "absente des réponses", "don, libéralité"])
    expect(html).toContain(words);
});
