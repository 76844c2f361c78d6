import { attendanceStatistics } from "#lib/attendance/queries";
import { asEditor, asViewer, type Editor } from "#lib/auth/editor";
import { findSession } from "#lib/auth/session-queries";
import { listCycles } from "#lib/cycles/queries";
import { publicAddresses } from "#lib/feeds/sitemap";
import { editorialOverview, listItems, pendingItems } from "#lib/items/queries";
import { mailWebinars } from "#lib/mail/queries";
import { countRefused } from "#lib/notices/outbox/queries";
import { findPartnerLink } from "#lib/partner-links/queries";
import { paths } from "#lib/platform/paths";
import { listAnsweredQuestions, webinarsWithPendingQuestions } from "#lib/questions/queries";
import { findResource } from "#lib/resources/queries";
import { registrantColumnLabels } from "#lib/roster/export/labels";
import { chosenColumns } from "#lib/roster/export/queries";
import { publicSurvey } from "#lib/surveys/queries";
import { findWebinar, listCalendarWebinars, listWebinarsForEditor, nextWebinar } from "#lib/webinars/queries";
import { webinarsAwaitingReplay } from "#lib/webinars/replay/queries";
import { listed, long } from "#tests/integration/migrations/facts";
import { personalData, personalPage, room, survey } from "#tests/integration/migrations/seen-by-people";
import {
  everyWebinar,
  journal,
  outbox,
  rewrittenTexts,
  sessionsForTeam,
} from "#tests/integration/migrations/seen-by-team";

/** The links that open something of the filled database, by what they are; only their fingerprints are in it. */
export type Links = Record<"fenêtre" | "boîte" | "salle" | "avis" | "équipe", Record<string, string>>;

const each = async <T>(links: Record<string, string>, look: (token: string) => Promise<T>) =>
  Object.fromEntries(await listed(Object.entries(links), async ([name, token]) => [name, await look(token)]));

/** Who holds a session of the back office. @throws Error when it is closed */
export async function editorBehind(token: string, at: Date): Promise<Editor> {
  const session = await findSession(token, at);
  if (!session) throw new Error("This session of the back office is closed.");
  const editor = asEditor(session.account);
  if (!editor) throw new Error("This session may not write.");
  return editor;
}

async function signedIn(token: string, at: Date) {
  const session = await findSession(token, at);
  if (!session) return null;
  const { account, email, expiresAt } = session;
  const editor = asViewer(account);
  if (!editor) return null;
  const columns = await chosenColumns(editor);
  return {
    nom: editor.name,
    adresse: email,
    rôle: editor.role,
    "jusqu’à": expiresAt,
    "colonnes du dernier fichier": columns.map((column) => registrantColumnLabels[column]),
  };
}

async function dashboard(editor: Editor, at: Date) {
  const overview = await editorialOverview(editor, at);
  return {
    "messages refusés": await countRefused(editor, at),
    "séances dont on a écrit": (await mailWebinars(editor)).map(({ title }) => title),
    "questions à trier": (await webinarsWithPendingQuestions(editor, at)).map(
      ({ title, pending }) => `${title} : ${pending}`,
    ),
    "enregistrements attendus": (await webinarsAwaitingReplay(editor, at)).map(
      ({ title, registrants }) => `${title} : ${registrants}`,
    ),
    "à publier": (await pendingItems(editor, at, 50)).map(({ noun, title }) => `${noun} ${title}`),
    fiches: overview.map((one) => `${one.noun} ${one.drafts} ${one.scheduled} ${one.toConfirm}`).sort(),
  };
}

async function publicSession(editor: Editor, slug: string, id: string, at: Date) {
  const [row] = await listWebinarsForEditor(editor, [id]);
  const webinar = await findWebinar(slug, at);
  const codes = ["reseau-alpha", "mairie", "personne", "parti"];
  const partners = await listed(codes, (code) => findPartnerLink(id, code));
  return (
    webinar && {
      séance: slug,
      titre: webinar.title,
      début: webinar.startsAt,
      "début avant son dernier déplacement": webinar.previousStartsAt,
      "annulée le": webinar.cancelledAt,
      places: [webinar.capacity, row?.taken, row?.waiting],
      besoin: webinar.need?.title ?? null,
      cycle: webinar.cycle.title,
      intervenants: webinar.speakers,
      enregistrement: webinar.replayUrl,
      transcription: long(webinar.transcript),
      documents: webinar.documents.map(({ label, url }) => `${label} ${url}`),
      questions: (await listAnsweredQuestions(id)).map(({ text, answer }) => `${text} ${answer}`),
      partenaires: partners.flatMap((one) => (one ? `${one.partner} ${one.usedUp ? "épuisé" : "ouvert"}` : [])),
    }
  );
}

async function publicSite(editor: Editor, at: Date) {
  const sessions = await listed(await everyWebinar(editor, at), ({ slug, id }) => publicSession(editor, slug, id, at));
  const resources = await listed(
    (await listItems(editor, "resource", { q: "", etat: "", page: 1 }, at)).rows,
    ({ slug }) => findResource(slug, at),
  );
  const { byProfile, ...statistics } = await attendanceStatistics(at);
  return {
    "prochaine séance": (await nextWebinar(at))?.title ?? null,
    séances: sessions.filter((session) => session !== null),
    agendas: (await listCalendarWebinars(at)).map(({ slug, sequence }) => `${slug} ${sequence}`),
    ressources: resources.flatMap((one) =>
      one
        ? `${one.slug}, ${one.title}, ${one.authors.join(" ")}, ${one.dateLabel}, ${long(one.body)}, ${one.links.map(({ url }) => url).join(" ")}, ${one.needs.map(({ slug }) => slug).join(" ")}`
        : [],
    ),
    statistiques: Object.values(statistics),
    profils: byProfile.map(({ profile, count }) => `${profile} ${count}`),
    avis: await publicSurvey(),
    adresses: (await publicAddresses(at))
      // A noun that came since has a page, and nothing to show in it.
      .filter(({ path, changedAt }) => changedAt || [paths.siteMap(), paths.statistics()].includes(path))
      .map(({ path, changedAt }) => `${path} ${changedAt?.toISOString() ?? ""}`)
      .sort(),
  };
}

/**
 * What everybody sees of the filled database, in facts and French words that no renaming changes. These files are the only
 * place where the names of this version meet seen.json, which a former version recorded.
 */
export async function seen(links: Links, at: Date) {
  const editor = await editorBehind(links.équipe.Dominique ?? "", at);
  const boxes = { ...links.boîte, ...links.fenêtre };
  return {
    "pages personnelles": await each(boxes, (token) => personalPage(token, at)),
    salles: await each({ ...links.salle, ...links.fenêtre }, (token) => room(token, at)),
    avis: await each(links.avis, (token) => survey(token, at)),
    "données d’une personne": await each(links.boîte, personalData),
    équipe: await each(links.équipe, (token) => signedIn(token, at)),
    séances: await sessionsForTeam(editor, at),
    cycles: (await listCycles(editor)).map(
      ({ title, provisional, webinars }) => `${title}, ${provisional ? "prévisionnel" : ""}, ${webinars.length}`,
    ),
    messages: await outbox(editor),
    textes: await rewrittenTexts(editor, at),
    journal: await journal(editor),
    "tableau de bord": await dashboard(editor, at),
    "site public": await publicSite(editor, at),
  };
}
