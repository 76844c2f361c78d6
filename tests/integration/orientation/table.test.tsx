import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import OrientationPage from "#app/(site)/orientation/page";
import { OrientationScreen } from "#components/back-office/orientation/screen";
import type { Editor } from "#lib/auth/editor";
import { publishTable, saveGroup } from "#lib/orientation/mutations";
import { findPath, isPublished, orientedNeeds, toldLines, tryPath, writtenLines } from "#lib/orientation/queries";
import { groupOf } from "#lib/orientation/rules";
import { type Line, orientationQuery } from "#lib/orientation/schema";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { citedPages, lostAddresses } from "#lib/ties/cited/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCentre, makeEditor, makeNeed, makeResource, makeWebinar } from "#tests/support/factories";

/** Pages read the clock of the machine. */
const LONG_AGO = new Date(0);

let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
  await makeNeed({
    slug: "un-besoin",
    title: "Un besoin",
    question: "Avec qui ?",
    situations: ["Je suis seul."],
    publishedAt: LONG_AGO,
  });
  await makeResource({
    slug: "ouverte",
    title: "Ouverte",
    publishedAt: LONG_AGO,
    links: { create: { position: 0, label: "Lire", url: "https://a.example/" } },
  });
  await makeResource({ slug: "fermee", title: "Fermée" });
});

const query = (answers: object = {}) => ({ ...orientationQuery.parse(answers), besoin: "un-besoin" });
const own = (address: string, more: Partial<Line> = {}) => ({
  stage: "learn" as const,
  profiles: [],
  address,
  minutes: 5,
  reason: "Parce que.",
  ...more,
});
const shownOf = async (need: string) => fingerprint(groupOf(await writtenLines(editor), need));
const write = async (need: string, lines: ReturnType<typeof own>[]) =>
  saveGroup(editor, { need, lines, shown: await shownOf(need) }, AT);
const publish = async () => publishTable(editor, fingerprint(await writtenLines(editor)), AT);
const titles = async (path: Promise<{ steps: { title: string }[] }>) => (await path).steps.map(({ title }) => title);

test("a change is tried before anybody sees it, and leads visitors once it is published", async () => {
  await write("un-besoin", [own("/ressources/ouverte")]);
  expect(await titles(findPath(query(), AT))).toEqual([]);
  expect(await titles(tryPath(editor, query(), AT))).toEqual(["Ouverte"]);
  expect(await isPublished(editor)).toBe(false);

  expect(await publish()).toEqual({ ok: true });
  expect(await titles(findPath(query(), AT))).toEqual(["Ouverte"]);
  expect(await isPublished(editor)).toBe(true);
  expect(await db.auditEntry.count({ where: { noun: "orientation" } })).toBe(2);

  await write("tous", [own("/besoins/un-besoin", { stage: "act" })]);
  expect(await titles(findPath(query(), AT))).toEqual(["Ouverte"]);
  expect(await titles(tryPath(editor, query(), AT))).toEqual(["Ouverte", "Un besoin"]);
});

test("who writes over, or publishes, what somebody else wrote meanwhile is refused", async () => {
  const shown = await shownOf("un-besoin");
  const whole = fingerprint(await writtenLines(editor));
  await write("un-besoin", [own("/ressources/ouverte")]);
  expect(await saveGroup(editor, { need: "un-besoin", lines: [], shown }, AT)).toEqual({ ok: false, reason: "stale" });
  expect(await publishTable(editor, whole, AT)).toEqual({ ok: false, reason: "stale" });
  expect(await saveGroup(editor, { need: "aucun", lines: [], shown }, AT)).toEqual({ ok: false, reason: "unknown" });
  expect(await titles(tryPath(editor, query(), AT))).toEqual(["Ouverte"]);
});

test("needs come in their order, each with its centres, those that are sure first", async () => {
  const need = (slug: string, position: number) => makeNeed({ slug, position, publishedAt: LONG_AGO });
  await need("b", 902);
  await need("a", 902);
  const { id: needId } = await need("c", 901);
  for (const [slug, position, confidence] of [
    ["incertain", 901, "to_confirm"],
    ["second", 903, "documented"],
    ["premier", 902, "documented"],
  ] as const) {
    const { id: centreId } = await makeCentre({ slug, position, publishedAt: LONG_AGO });
    await db.centreNeed.create({ data: { needId, centreId, reason: "Il y répond.", confidence } });
  }
  const needs = await orientedNeeds(AT);
  expect(needs.map(({ slug }) => slug).slice(-3)).toEqual(["c", "a", "b"]);
  expect(needs.find(({ slug }) => slug === "c")?.centres.map(({ slug }) => slug)).toEqual([
    "premier",
    "second",
    "incertain",
  ]);
});

test("only what opens today is proposed, and editors see what is left out", async () => {
  await makeNeed({ slug: "retire", withdrawnAt: AT });
  await makeNeed({ slug: "demain", title: "Demain", publishedAt: later(DAY) });
  const lines = ["/ressources/fermee", "/besoins/retire", "/besoins/demain", "/ressources/ouverte"].map((one) =>
    own(one),
  );
  await write("un-besoin", lines);
  await publish();
  expect(await titles(findPath(query(), AT))).toEqual(["Ouverte"]);
  expect(await titles(findPath(query(), later(2 * DAY)))).toEqual(["Demain", "Ouverte"]);
  const told = await toldLines(await writtenLines(editor), AT);
  expect(told.map(({ page }) => page?.opens ?? null)).toEqual([false, null, null, true]);
});

test("a time keeps what fits in it, and tells how much is left", async () => {
  await write("un-besoin", [own("/ressources/ouverte"), own("/besoins/un-besoin", { minutes: 20 })]);
  await publish();
  expect(await findPath(query({ temps: "5-minutes" }), AT)).toMatchObject({ steps: [{ minutes: 5 }], left: 1 });
  expect(await findPath(query({ temps: "30-minutes" }), AT)).toMatchObject({ left: 0 });
});

test("an address leads to what it names, with where it comes from, and one that names nothing is told", async () => {
  const pages = await citedPages(["/ressources/ouverte", "/ressources/absente", "/ressources/", "ouverte"], AT);
  expect([...pages.keys()]).toEqual(["/ressources/ouverte"]);
  expect(pages.get("/ressources/ouverte")).toMatchObject({ noun: "resource", opens: true });
  await makeNeed({ slug: "brouillon", publishedAt: null });
  expect(await lostAddresses(["/besoins/brouillon", "/besoins/aucun", "/nulle-part"])).toEqual([
    "/besoins/aucun",
    "/nulle-part",
  ]);
});

const page = async (answers: Record<string, string>) =>
  renderToStaticMarkup(await OrientationPage({ searchParams: Promise.resolve(answers) }));

test("the page asks, leads whoever does not know, and shows the path with the session and the centre of the need", async () => {
  const centre = await makeCentre({ slug: "un-centre", name: "Un centre", publishedAt: LONG_AGO });
  const need = await db.need.findFirstOrThrow({ where: { slug: "un-besoin" } });
  await db.centreNeed.create({
    data: { needId: need.id, centreId: centre.id, reason: "Il y répond.", confidence: "documented" },
  });
  await makeWebinar({ slug: "seance", needId: need.id, startsAt: later(DAY, now()), publishedAt: later(-DAY, now()) });
  await write("un-besoin", [own("/ressources/ouverte")]);
  await publish();

  const questions = await page({ profil: "elu", besoin: "inconnu" });
  expect(questions.match(/<legend/g)).toHaveLength(4);
  expect(questions).toMatch(
    /checked="" type="radio" name="profil"[^>]*value="elu"|value="elu"[^>]*checked|checked[^>]*value="elu"/,
  );
  expect(await page({ besoin: "je-ne-sais-pas", profil: "elu" })).toContain(
    'href="/orientation?profil=elu&amp;besoin=un-besoin"',
  );
  const path = await page({ besoin: "un-besoin", profil: "elu" });
  for (const told of ["Avec qui", "1 étape, 5", "Ouverte", "Parce que.", "/webinaires/seance", "Il y répond.", "Maire"])
    expect(path.replaceAll("\u00A0", " ")).toContain(told);
  expect(await page({ besoin: "un-besoin", questions: "oui" })).toContain("<legend");
  expect((await orientedNeeds(AT))[0]?.centres).toEqual([
    { slug: "un-centre", name: "Un centre", reason: "Il y répond." },
  ]);
});

test("the screen shows what leads where, what is left out, and both paths of an answer", async () => {
  await write("un-besoin", [own("/ressources/ouverte"), own("/ressources/fermee"), own("/perdue")]);
  const needs = await orientedNeeds(AT);
  const html = renderToStaticMarkup(
    <OrientationScreen
      groups={[{ need: "un-besoin", title: "Un besoin", lines: await toldLines(await writtenLines(editor), AT) }]}
      needs={needs}
      query={query()}
      tried={{ written: (await tryPath(editor, query(), AT)).steps, published: (await findPath(query(), AT)).steps }}
      shown="x"
      online={false}
      publish={async () => ({ status: "idle" }) as never}
      done={undefined}
    />,
  ).replaceAll("\u00A0", " ");
  for (const words of [
    "1 étape, 5 min",
    "Rien à proposer.",
    "À retrouver : laissé",
    "Introuvable en ligne : laissé",
    "Mettre la table en ligne",
  ])
    expect(html).toContain(words);
});
