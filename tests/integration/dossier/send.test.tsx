import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import DossierPage from "#app/(site)/mon-dossier/page";
import { sendDossier } from "#lib/dossier/mutations";
import { proposals } from "#lib/dossier/queries";
import { dossierMail } from "#lib/dossier/schema";
import { db } from "#lib/platform/db";
import { anonymiseStragglers } from "#lib/privacy/anonymisation-mutations";
import { AT, later } from "#tests/support/clock";
import { makeCentre, makeNeed, makeOrganisation, makePage, makeResource, makeTerm } from "#tests/support/factories";
import { liveJobs, withQueues } from "#tests/support/registrations";

withQueues();

const HOUR = 3_600_000;
/** Pages read the clock of the machine. */
const publishedAt = new Date(0);

beforeEach(async () => {
  await makeResource({ slug: "un-guide", title: "Un guide", publisher: "Le RAMEAU", publishedAt });
  await makeNeed({ slug: "un-besoin", title: "Un besoin", publishedAt });
  await makeNeed({ slug: "retire", title: "Retiré", publishedAt, withdrawnAt: AT });
});

const CHOSEN = ["besoins.un-besoin", "besoins.retire", "ressources.un-guide"];
let forms = 0;
const sendTo = (email: string, at = AT, formToken = `formulaire-${forms++}`) =>
  sendDossier({ email, contenu: CHOSEN, formToken }, at);
const mails = () => db.outgoingMail.findMany({ orderBy: { rank: "asc" } });

test("a dossier leaves by mail, in its order, with what is online alone", async () => {
  expect(await sendTo("anne@exemple.fr")).toEqual({ ok: true });
  const [mail] = await mails();
  expect(mail).toMatchObject({ kind: "dossier", to: "anne@exemple.fr", status: "queued" });
  expect(await liveJobs()).toMatchObject([{ key: mail?.id }]);
  expect(mail?.text).toMatch(/Un besoin .*\/besoins\/un-besoin\n.*Un guide .*Le RAMEAU.*\/ressources\/un-guide/);
  expect(mail?.text).toContain("/mon-dossier?contenu=besoins.un-besoin&contenu=ressources.un-guide");
  expect(mail?.text).toContain("Quelqu’un, vous sans doute");
  expect(mail?.text).not.toContain("Retiré");
});

test("the same form leaves once, and an address is written to three times an hour, however it is spelled", async () => {
  for (let turn = 0; turn < 5; turn++) expect(await sendTo("anne@exemple.fr", AT, "le-meme")).toEqual({ ok: true });
  expect(await mails()).toHaveLength(1);
  await sendTo("Anne@Exemple.fr", later(HOUR / 6));
  await sendTo("ANNE@exemple.fr", later(HOUR / 3));
  expect(await sendTo("anne@exemple.fr", later(HOUR / 2))).toEqual({ ok: false, reason: "often" });
  expect(await sendTo("paul@exemple.fr")).toEqual({ ok: true });
  expect(await sendTo("anne@exemple.fr", later(HOUR))).toEqual({ ok: true });
  expect(await mails()).toHaveLength(5);
});

test("nothing is written of a dossier that holds nothing online", async () => {
  expect(await sendDossier({ email: "anne@exemple.fr", contenu: ["besoins.retire"], formToken: "x" }, AT)).toEqual({
    ok: false,
    reason: "empty",
  });
  expect(await mails()).toEqual([]);
});

test("once it has left, or cannot, nothing says to whom", async () => {
  await sendTo("anne@exemple.fr");
  await sendTo("paul@exemple.fr");
  await db.outgoingMail.updateMany({ where: { to: "anne@exemple.fr" }, data: { status: "sent", sentAt: AT } });
  await anonymiseStragglers(later(HOUR));
  expect((await mails()).map(({ to }) => to)).toEqual(["paul@exemple.fr"]);
  await anonymiseStragglers(later(73 * HOUR));
  expect(await mails()).toEqual([]);
  expect(JSON.stringify(await db.rateLimiterFlexible.findMany())).not.toMatch(/anne|paul/);
});

test("an address that is none gets its sentence", () => {
  const typed = dossierMail.safeParse({ email: "anne@", contenu: CHOSEN });
  expect(typed.error?.issues[0]?.path).toEqual(["email"]);
});

test("what a search finds is proposed once, a few at most, and neither what is held nor what has no page", async () => {
  for (let rank = 0; rank < 4; rank += 1) {
    await makeResource({ title: `Le mécénat ${rank}` });
    await makeNeed({ title: `Le mécénat ${rank}` });
    await makePage({ title: `Le mécénat ${rank}` });
    await makeCentre({ name: `Le mécénat ${rank}` });
    await makeOrganisation({ name: `Le mécénat ${rank}` });
  }
  await makeTerm({ name: "Mécénat", definition: "Le mécénat." });
  const found = await proposals("mécénat", [], AT);
  expect(found).toHaveLength(8);
  expect(new Set(found.map(({ href }) => href)).size).toBe(8);
  expect(found.filter(({ href }) => href.includes("#"))).toEqual([]);
  const [first] = found;
  const others = await proposals("mécénat", [first?.href ?? ""], AT);
  expect(others.map(({ href }) => href)).not.toContain(first?.href);
});

const page = async (asked: Record<string, string | string[]>) =>
  renderToStaticMarkup(await DossierPage({ searchParams: Promise.resolve(asked) }));

test("the page holds what was chosen, lets each go, and finds more", async () => {
  const html = await page({ contenu: CHOSEN, q: "guide" });
  expect(html).toContain("2\u00A0pages");
  expect(html).toContain('href="/mon-dossier?contenu=ressources.un-guide"');
  expect(html).toContain("https://portail.example/ressources/un-guide");
  expect(html).not.toContain("Retiré");
  expect(html).toContain("Rien d’autre ne répond");
  expect(await page({ q: "guide" })).toContain('href="/mon-dossier?contenu=ressources.un-guide"');
  const empty = await page({});
  expect(empty).toContain("Il est vide");
  expect(empty).not.toContain('name="email"');
});
