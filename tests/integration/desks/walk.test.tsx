import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EditScreen } from "#components/back-office/edit-screen";
import { MENU_ENTRIES } from "#components/back-office/menu";
import { actWords } from "#lib/audit/labels";
import { listAudit } from "#lib/audit/queries";
import { deskOf } from "#lib/desks/desks";
import { listForEditor } from "#lib/desks/list";
import { fieldValues } from "#lib/edit-forms/fields";
import { publicAddresses } from "#lib/feeds/sitemap";
import { IDLE } from "#lib/forms/state";
import { editorialOverview, pendingItems, titlesOf, visibleItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { cardOf, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { changePublication } from "#lib/publication/mutations";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { AT } from "#tests/support/clock";
import { writeItem } from "#tests/support/edit-form";
import { makeEditor } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

withQueues();

const answer = async () => IDLE;

test.each(EDITORIAL_NOUNS)(
  "a %s that is written is in the menu, the list, the dashboard and the journal",
  async (noun) => {
    const { section, menu, singular, create } = cardOf(noun);
    expect(MENU_ENTRIES).toContainEqual({ label: menu.label, href: paths.adminList(section) });
    expect(singular && create).toBeTruthy();

    const editor = await makeEditor();
    const { id, slug } = await writeItem(noun, editor);
    const list = await listForEditor(editor, noun, listQuery.parse({ etat: "draft" }), AT);
    expect(list.rows).toMatchObject([{ id, slug }]);
    expect(await editorialOverview(editor, AT)).toContainEqual({
      noun,
      drafts: 1,
      scheduled: 0,
      toConfirm: 0,
      changed: 0,
    });
    const [pending] = await pendingItems(editor, AT, 1);
    expect(pending).toMatchObject({ noun, id, title: expect.stringContaining("Un texte") });
    expect((await titlesOf(editor, [id])).get(id)).toBe(pending?.title);
    const { items } = await listAudit(editor);
    expect(items).toMatchObject([{ noun, target: id, action: `${noun}.create` }]);
  },
);

test.each(EDITORIAL_NOUNS)(
  "the table of a %s tells the search, and the pages that are kept, what changes",
  async (noun) => {
    const table = `"${noun.charAt(0).toUpperCase()}${noun.slice(1)}"`;
    const rows = await db.$queryRaw<{ tgname: string }[]>`
    SELECT tgname FROM pg_trigger WHERE tgrelid = ${table}::text::regclass AND NOT tgisinternal`;
    expect(rows.map(({ tgname }) => tgname)).toEqual(
      expect.arrayContaining(["search_entry", "changed", "changed_values", "changed_whole"]),
    );
  },
);

test.each(EDITORIAL_NOUNS)("every act on a %s has its words in the journal", (noun) => {
  for (const act of ["create", "update", "publish", "schedule", "withdraw"])
    expect(actWords(`${noun}.${act}`), act).toMatch(/^\p{Ll}+/u);
  expect(actWords(`${noun}.publish`)).toBe("publication");
});

test.each(EDITORIAL_NOUNS)(
  "the edit screen of a %s names it, shows its fields and its texts as they will be read",
  async (noun) => {
    const editor = await makeEditor();
    const item = await writeItem(noun, editor);
    const { fields: fieldsFor, values } = deskOf(noun);
    const fields = await fieldsFor(editor);
    const screen = renderToStaticMarkup(
      <EditScreen
        noun={noun}
        item={item}
        fields={fields}
        values={fieldValues(fields, values(item))}
        save={answer}
        publish={answer}
        search={{}}
        at={AT}
      />,
    );
    expect(screen).toMatch(/<h1[^>]*>[^<]*Un texte/);
    expect(screen).toContain(`<input type="hidden" name="noun" value="${noun}"/>`);
    for (const { name } of fields) expect(screen).toContain(`name="${name}"`);
    const texts = fields.filter(({ kind }) => kind === "markdown");
    expect(screen.match(/<summary[^>]*>[^<]*<\/summary><div class="prose/g) ?? []).toHaveLength(texts.length);
  },
);

test.each(EDITORIAL_NOUNS)(
  "a %s that is published has its public address, and is found by the search",
  async (noun) => {
    const { listPath, path } = cardOf(noun);
    const editor = await makeEditor();
    const { id, slug } = await writeItem(noun, editor);
    const mapped = async () => (await publicAddresses(AT)).map((address) => address.path);
    const found = async () => (await searchSite(AT, siteQuery.parse({ q: "Un texte" }))).first;
    const place = path(slug).split("#")[0] ?? "";
    const each = place !== listPath;
    expect(await mapped()).toContain(listPath);
    if (each) expect(await mapped()).not.toContain(place);

    expect(await changePublication(editor, noun, id, { kind: "publish" }, AT)).toEqual({ ok: true });
    expect(await mapped()).toContain(place);
    expect(await visibleItems(AT)).toContainEqual(expect.objectContaining({ noun, slug }));
    expect((await found()).map((item) => item.slug)).toEqual([slug]);

    await changePublication(editor, noun, id, { kind: "withdraw" }, AT);
    if (each) expect(await mapped()).not.toContain(place);
    expect(await found()).toEqual([]);
    expect(await db.auditEntry.count()).toBe(3);
  },
);

test("no two nouns share a section, a place in the menu or a page", () => {
  const cards = EDITORIAL_NOUNS.map(cardOf);
  for (const values of [
    cards.map(({ section }) => section),
    cards.map(({ menu }) => menu.rank),
    cards.map(({ listPath }) => listPath),
    cards.map(({ path }) => path("x")),
    cards.map(({ folder }) => folder),
  ])
    expect(new Set<unknown>(values).size).toBe(cards.length);
});

test("the menu has sessions first, then texts in the order of the work", () => {
  const order = ["Webinaires", "Besoins", "Centres", "Ressources", "Pages", "Observatoire", "Glossaire"];
  expect(MENU_ENTRIES.map(({ label }) => label).filter((label) => order.includes(label))).toEqual(order);
});
