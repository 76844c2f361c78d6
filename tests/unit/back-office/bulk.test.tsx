import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BulkScreen } from "#components/back-office/bulk/screen";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { Acting } from "#components/forms/may-act";
import { type Foreseen, MOST_AT_ONCE, selectionQuery } from "#lib/bulk/schema";
import { IDLE } from "#lib/forms/state";
import { listQuery } from "#lib/items/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import { AT } from "#tests/support/clock";

const action = async () => IDLE;
const ID = "0190a000-0000-7000-8000-000000000001";

function screen(given: Record<string, unknown>, outcomes: Foreseen[] | null = null, may = true) {
  const [query, selection] = [listQuery.parse(given), selectionQuery.parse(given)];
  const groups = [{ label: "Publication", acts: [{ value: "publish", label: "Mettre en ligne" }] }];
  const change = { id: ID, words: "Mettre en ligne", count: 3, at: AT, author: "Dominique", undoneAt: null };
  const html = renderToStaticMarkup(
    <Acting may={may}>
      <BulkScreen
        {...{ noun: "resource", query, selection, groups, change: action, undo: action, done: undefined, left: 0 }}
        foreseen={outcomes && { words: "Mettre en ligne", outcomes }}
        changes={[change, { ...change, id: "b", undoneAt: AT }]}
      />
    </Acting>,
  );
  return html.replace(/[\u00A0\u202F]/g, " ");
}

const changing = (count: number, online = 0): Foreseen => ({ outcome: "change", count, online, titles: ["Un guide"] });

describe("the screen of what is done in one go", () => {
  test("nothing is offered to who ticked nothing", () => {
    expect(screen({})).toContain("Rien n’est coché.");
    expect(screen({})).not.toContain("Voir ce qui changerait");
  });

  test("what was ticked, or what the list was asked for, is sent again with the act", () => {
    const ticked = screen({ fiche: [ID, "rien"], q: "mécénat", acte: "publish" }, [changing(1)]);
    expect(ticked).toContain("Choix : 1 ressource");
    expect(ticked.match(new RegExp(`name="fiche" value="${ID}"`, "g"))).toHaveLength(2);
    const all = screen({ toutes: "oui", q: "mécénat", acte: "publish" }, [changing(12)]);
    expect(all).toContain("Tout ce que la liste trouve");
    expect(all.match(/name="q" value="mécénat"/g)).toHaveLength(2);
    expect(all).toContain('name="shown" value="12"');
    expect(all).toContain("Changer 12 ressources");
  });

  test("tells what is refused, what the public sees at once, and how many are changed in one go", () => {
    const refused: Foreseen = { outcome: "waiting", count: 2, online: 0, titles: ["A", "B"] };
    const html = screen({ toutes: "oui", acte: "publish" }, [changing(MOST_AT_ONCE + 1, 4), refused]);
    expect(html).toContain("Refusées : une version attend d’être publiée");
    expect(html).toContain("dont 4 en ligne : le public le verra aussitôt");
    expect(html).toContain(`Au plus ${MOST_AT_ONCE} fiches changent en une fois`);
    expect(html).toContain("« A », « B »");
    expect(screen({ toutes: "oui", acte: "publish" }, [refused])).toContain("Rien ne changerait.");
    expect(screen({ toutes: "oui", acte: "publish" }, [changing(1)])).not.toContain("Au plus");
  });

  test("a change that was undone is not undone again, and who only reads changes nothing", () => {
    expect(screen({}).match(/Tout défaire/g)).toHaveLength(1);
    const reader = screen({ toutes: "oui", acte: "publish" }, [changing(1)], false);
    expect(reader).not.toContain("Tout défaire");
    expect(reader).not.toContain("Changer 1");
  });
});

describe("the boxes of a list", () => {
  const row = { id: ID, slug: "un", title: "Un", version: 1, confidence: "documented" as const, changed: false };
  const dates = { publishedAt: AT, withdrawnAt: null, updatedAt: AT };
  const list = (noun: EditorialNoun, may = true) => {
    const counts = { draft: 0, scheduled: 0, published: 1, withdrawn: 0, changed: 0 };
    const shown = { rows: [{ ...row, ...dates }], total: 1, counts, page: 1, pageCount: 1, narrowings: [] };
    return renderToStaticMarkup(
      <Acting may={may}>
        <ItemListScreen noun={noun} list={{ ...shown, query: listQuery.parse({ etat: "published" }) }} at={AT} />
      </Acting>,
    );
  };

  test("lead to what can be done, with what the list was asked for", () => {
    const html = list("resource");
    expect(html).toMatch(/<form [^>]*action="\/administration\/ressources\/en-nombre"/);
    const [box = ""] = html.match(/<input [^>]*name="fiche"[^>]*>/) ?? [];
    expect([box.includes(`value="${ID}"`), box.includes("Choisir «\u202FUn\u202F»")]).toEqual([true, true]);
    expect(html).toContain('<input type="hidden" name="etat" value="published"/>');
  });

  test("are not there for who only reads, nor where the noun has screens of its own", () => {
    expect(list("resource", false)).not.toContain('type="checkbox" name="fiche"');
    expect(list("webinar")).not.toContain("en-nombre");
  });
});
