import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import ImportPage from "#app/(back-office)/administration/ressources/importer/[id]/page";
import { GET } from "#app/(back-office)/administration/ressources/importer/[id]/rapport.csv/route";
import { again, bring, check, run, undo } from "#app/(back-office)/administration/ressources/importer/actions";
import ImportsPage from "#app/(back-office)/administration/ressources/importer/page";
import { openSession } from "#lib/auth/session-mutations";
import { ASKED } from "#lib/edge/front/request";
import { type FormAction, IDLE } from "#lib/forms/state";
import { workOnImport } from "#lib/jobs/imports";
import { ensureQueues } from "#lib/jobs/queues";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { makeUser } from "#tests/support/factories";

const request = vi.hoisted(() => ({ token: "", headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: request.token }), set: () => undefined }),
  headers: async () => request.headers,
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: () => undefined }),
}));

beforeAll(ensureQueues);

let userId: string;
const enterAs = async (role: "editor" | "reader") => {
  userId = (await makeUser({ role })).id;
  request.headers = new Headers({ [ASKED]: "POST /administration/ressources/importer" });
  request.token = (await openSession(db, { userId, userAgent: null }, now())).token;
};
beforeEach(() => enterAs("editor"));

const answer = async (action: FormAction, fields: Record<string, string | File>): Promise<string> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const given = await action(IDLE, form).catch((error: { digest?: string }) => error.digest?.split(";")[2]);
  return typeof given === "string" ? given : JSON.stringify(given);
};
const page = async (id: string, search: Record<string, string> = {}) =>
  renderToStaticMarkup(
    await ImportPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(search) }),
  ).replace(/<!-- -->/g, "");

const TABLE = "Cote;Titre;Type\r\nA1;Été;Guide\r\nA2;Hiver;Roman\r\n";
const file = new File([Buffer.from(TABLE, "latin1")], "catalogue.csv", { type: "text/csv" });

test("a file is brought, read, told, imported and undone", async () => {
  const place = await answer(bring, { file });
  const id = place.split("/").at(-1) ?? "";
  expect(place).toBe(`/administration/ressources/importer/${id}`);
  expect(renderToStaticMarkup(await ImportsPage())).toContain("catalogue.csv");
  expect(await page(id)).toMatch(/<select[^>]*id="title".*?<option value="1" selected="">Titre/);
  expect(await answer(check, { id, title: "1" })).toContain("Choisissez la colonne de l’identifiant.");
  expect(await answer(check, { id, key: "0" })).toContain("au moins une colonne");
  const asked = `${place}?fait=import-demande`;
  expect(await answer(check, { id, key: "0", title: "1", type: "2" })).toBe(asked);
  const moving = await page(id, { fait: "import-demande" });
  expect(moving).toContain('<progress id="progress" value="0" max="2"');
  expect(moving).toContain("Voir où il en est");
  expect(await answer(again, { id })).toBe(asked);

  await workOnImport({ id, userId }, { clock: now });
  const told = await page(id);
  expect(told).toContain("1\u00A0ressource à créer, 0\u00A0modifiée, 0\u00A0inchangée, 1\u00A0ligne refusée.");
  expect(told).toContain("«\u202FRoman\u202F» n’est pas dans la liste.");
  expect(await page(id, { lignes: "make" })).not.toContain("Roman»");
  expect(await answer(run, { id })).toBe(asked);
  await workOnImport({ id, userId }, { clock: now });
  const [draft] = await db.revision.findMany({ where: { state: "working" } });
  expect(draft?.title).toBe("Été");
  expect(await page(id)).toContain(`/administration/ressources/${draft?.itemId}`);

  const csv = await (await GET(new Request("http://localhost"), { params: Promise.resolve({ id }) })).text();
  expect(csv.split("\r\n").slice(1, 3)).toEqual([
    "2;A1;Été;Nouvelle;Reste à compléter\u00A0: Résumé, Publics, Source, Fiabilité.;Fait",
    "3;A2;Hiver;Refusée;Type de document\u00A0: «\u202FRoman\u202F» n’est pas dans la liste.;",
  ]);
  expect(await answer(undo, { id })).toBe(asked);
  await workOnImport({ id, userId }, { clock: now });
  expect(await page(id)).toContain("Défait");
  expect(await db.trashedItem.count()).toBe(1);
  expect(await answer(again, { id })).toContain("rechargez la page");
});

test("what is pasted is read as a file is; nothing, and what is no table, is told beside its field", async () => {
  expect(await answer(bring, { pasted: "Cote\tTitre\nA1\tUn" })).toMatch(/importer\/[0-9a-f-]{36}$/);
  expect(await answer(bring, { pasted: " " })).toContain('"file":"Choisissez un fichier, ou collez un tableau."');
  expect(await answer(bring, { pasted: "Cote\tTitre" })).toContain('"pasted":"Ce tableau n’a aucune ligne');
  expect(await answer(bring, { file: new File(["a"], "vide.csv") })).toContain('"file":"Ce tableau n’a aucune ligne');
});

test("who only reads brings nothing, and reads reports", async () => {
  await enterAs("reader");
  expect(await answer(bring, { file })).toContain("lecture seule");
  expect(await db.resourceImport.count()).toBe(0);
});
