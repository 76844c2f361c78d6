import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { EditForm } from "#components/back-office/edit-form";
import { BackOfficeFrame } from "#components/back-office/frame";
import { ItemListScreen } from "#components/back-office/item-list-screen";
import { RegistrantsFile } from "#components/back-office/roster/file";
import { ActionButton } from "#components/forms/action-button";
import { Acting } from "#components/forms/may-act";
import { IDLE } from "#lib/forms/state";
import { termFields } from "#lib/glossary/fields";
import { listQuery } from "#lib/items/schema";
import { AT } from "#tests/support/clock";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  usePathname: () => "/administration/glossaire",
}));

const action = async () => IDLE;
const seen = (mayAct: boolean, what: React.ReactNode) => renderToStaticMarkup(<Acting may={mayAct}>{what}</Acting>);

const list = {
  rows: [],
  total: 0,
  page: 1,
  pageCount: 1,
  query: listQuery.parse({}),
  counts: { draft: 0, scheduled: 0, published: 0, withdrawn: 0, changed: 0 },
  narrowings: [],
};
const SCREENS = {
  "an edit form": <EditForm action={action} fields={termFields} initial={{ name: "Alliance" }} version={1} />,
  "a button": <ActionButton action={action} label="Effacer" />,
  "a folded button": <ActionButton action={action} label="Effacer" folded={{ summary: "Effacer…" }} />,
  "a file of registrants": <RegistrantsFile id="1" filter={{ q: "" } as never} total={2} chosen={[]} />,
  "what leads to a new item": <ItemListScreen noun="term" list={list} at={AT} />,
};
const ACTS = /Enregistrer|Effacer|Télécharger|nouveau/;

describe.each(Object.entries(SCREENS))("%s", (_, screen) => {
  test("acts for who may, and is without its button for who only reads", () => {
    expect(seen(true, screen)).toMatch(ACTS);
    expect(seen(false, screen)).not.toMatch(ACTS);
  });
});

test("who only reads sees what a form holds, and may not type over it", () => {
  const html = seen(false, SCREENS["an edit form"]);
  expect(html).toContain("Alliance");
  expect(html).toMatch(/<fieldset disabled=""/);
  expect(seen(true, SCREENS["an edit form"])).not.toContain("disabled");
});

test("who only reads is told so beside their name, searches, and signs out", () => {
  const frame = (mayAct: boolean) =>
    renderToStaticMarkup(
      <BackOfficeFrame who="Camille" signOut={action} mayAct={mayAct} mayManage={mayAct} isPartner={false}>
        <ItemListScreen noun="term" list={list} at={AT} />
      </BackOfficeFrame>,
    );
  for (const words of ["en lecture seule", "Filtrer", "Se déconnecter"]) expect(frame(false)).toContain(words);
  expect(frame(true)).not.toContain("en lecture seule");
});
