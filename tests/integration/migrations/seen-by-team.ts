import { findPlannedWebinar, listAnnouncements } from "#lib/announcements/queries";
import { countAttendance } from "#lib/attendance/queries";
import { findReport, pendingReport } from "#lib/attendance/reports/queries";
import { actWords } from "#lib/audit/labels";
import { listAudit } from "#lib/audit/queries";
import type { Editor } from "#lib/auth/editor";
import { listItems, titlesOf } from "#lib/items/queries";
import { mailKindLabels, mailStatusLabels } from "#lib/mail/labels";
import { listMails } from "#lib/mail/queries";
import { type Deliveries, MAIL_KINDS, type MailKind } from "#lib/mail/schema";
import { findEditedTemplate } from "#lib/mail/template-queries";
import { findMail } from "#lib/notices/outbox/queries";
import { planStateLabels } from "#lib/notices/plan/labels";
import { mailPlan } from "#lib/notices/plan/queries";
import { listPartnerLinks } from "#lib/partner-links/queries";
import { listQuestions } from "#lib/questions/queries";
import { findResourceForEditor } from "#lib/resources/queries";
import { registrationOriginLabels } from "#lib/roster/labels";
import { countRegistrants, listRegistrants } from "#lib/roster/queries";
import { registrationStatusLabels } from "#lib/seats/labels";
import { webinarSurvey } from "#lib/surveys/queries";
import { listWebinarsForEditor } from "#lib/webinars/queries";
import { findReplayDraftForEditor } from "#lib/webinars/replay/queries";
import { line, listed, long } from "#tests/integration/migrations/facts";

/** What the team sees, in facts and French words that no renaming changes. */

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

type Session = Awaited<ReturnType<typeof everyWebinar>>[number];

/** Every session, the latest first, as the list of the back office describes it. */
export async function everyWebinar(editor: Editor, at: Date) {
  const { rows } = await listItems(editor, "webinar", { q: "", etat: "", page: 1 }, at);
  const details = await listWebinarsForEditor(
    editor,
    rows.map(({ id }) => id),
  );
  return rows
    .flatMap((row) => details.filter(({ id }) => id === row.id).map((detail) => ({ ...row, ...detail })))
    .toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
}

const became = ({ queued, sent, failed, dropped }: Deliveries) =>
  `${queued} en attente, ${sent} partis, ${failed} refusés, ${dropped} inutiles`;
const pagesOf = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The registrants of a session, in the order in which the team sees them. */
export async function registrants(editor: Editor, webinarId: string) {
  const { items } = await listRegistrants(editor, webinarId, { q: "", page: 1 });
  return listed(items, async (one) => ({
    noms: `${one.firstName} ${one.lastName}`,
    adresse: one.email,
    profil: one.profile,
    organisation: one.organisation,
    territoire: one.territory,
    "besoins d’accessibilité": one.accessNeeds,
    lettre: line(one.newsletterAt, one.newsletterNotice),
    état: registrationStatusLabels[one.status],
    origine: registrationOriginLabels[one.origin],
    partenaire: one.partner,
    "rang dans la liste d’attente": one.position,
    "place proposée jusqu’au": one.offerExpiresAt,
    annulation: line(one.cancelledAt, one.cancellationReason),
    présence: line(one.presentAt, one.attendanceSource, one.presentMinutes),
    "anonymisé le": one.anonymisedAt,
    "inscrit le": one.createdAt,
    questions: one.questions,
    "message refusé": one.mailId && line((await findMail(editor, one.mailId))?.subject, one.mailError),
  }));
}

async function report(editor: Editor, webinarId: string) {
  const pending = await pendingReport(editor, webinarId);
  const found = pending && (await findReport(editor, webinarId, pending.id));
  return found?.rows.map(({ name, seconds, match }) => line(found.fileName, name, seconds, match.by));
}

async function plan(editor: Editor, webinarId: string, at: Date) {
  const session = await findPlannedWebinar(editor, webinarId, at);
  const lines = session ? await mailPlan(editor, session, at) : [];
  return lines.map(({ kind, deliveries, rewritten, planned }) => ({
    [mailKindLabels[kind]]: line(
      became(deliveries),
      rewritten ? "réécrit" : "",
      ...(planned
        ? [planned.due, planned.recipients, planStateLabels[planned.state], planned.off ? "arrêté" : ""]
        : []),
    ),
  }));
}

/** The resource that was made from a session. */
async function replay(editor: Editor, webinarId: string) {
  const made = await findReplayDraftForEditor(editor, webinarId);
  return made && ((await findResourceForEditor(editor, made))?.slug ?? "perdue");
}

/** A session in the rooms of the back office. */
async function sessionForTeam(editor: Editor, { id, slug, ...row }: Session, at: Date) {
  const { expected, present, absent, anonymised } = await countAttendance(editor, id);
  const { answers, summary, suggestions } = await webinarSurvey(editor, id);
  const called = await listRegistrants(editor, id, { q: "", page: 1 }, true);
  const counts = Object.entries(await countRegistrants(editor, id));
  return {
    séance: slug,
    places: { "en tout": row.capacity, prises: row.taken, "en attente": row.waiting },
    "en ligne": line(row.startsAt, row.publishedAt, row.withdrawnAt, row.cancelledAt, row.confidence),
    comptes: counts.map(([state, count]) => `${state} ${count}`).sort(),
    inscrits: await registrants(editor, id),
    appel: called.items.map((one) => line(one.lastName, one.firstName, one.presentAt)),
    présence: { attendus: expected, présents: present, absents: absent, anonymisés: anonymised },
    relevé: await report(editor, id),
    partenaires: (await listPartnerLinks(editor, id)).map((one) =>
      line(one.partner, one.code, one.quota, `${one.holders} inscrits`, `${one.present} présents`),
    ),
    questions: (await listQuestions(editor, id)).map(({ text, status, theme, answer, who, createdAt }) =>
      line(createdAt, who, text, status, theme, answer),
    ),
    avis: { réponses: answers, moyenne: summary?.mean ?? null, souhaits: suggestions },
    messages: await plan(editor, id, at),
    annonces: (await listAnnouncements(editor, id)).map((one) => ({
      objet: one.subject,
      texte: one.body,
      choix: line(one.filter.audiences.join(" "), one.filter.profiles.join(" "), one.filter.presence),
      envoi: line(one.sentAt, one.recipients, became(one.deliveries)),
    })),
    "sa ressource": await replay(editor, id),
  };
}

/** Every session, the latest first. */
export const sessionsForTeam = async (editor: Editor, at: Date) =>
  listed(await everyWebinar(editor, at), (session) => sessionForTeam(editor, session, at));

async function mailLine(editor: Editor, id: string) {
  const mail = await findMail(editor, id);
  const seat = mail?.registration;
  return line(
    mail && mailStatusLabels[mail.status],
    mail && mailKindLabels[mail.kind as MailKind],
    mail?.to,
    mail?.subject,
    long(mail?.text ?? ""),
    seat && `${seat.webinar.title} (${registrationStatusLabels[seat.status]})`,
    mail?.createdAt,
    mail?.sentAt,
    mail?.staleAt,
    mail?.calendarMethod,
    mail?.attempts,
    mail?.lastError,
    mail?.stale ? "ne peut plus repartir" : "",
  );
}

/** The outbox, newest first. */
export async function outbox(editor: Editor) {
  const pages = await listed(pagesOf((await listMails(editor)).pageCount), (page) => listMails(editor, { page }));
  const mails = pages.flatMap(({ items }) => items);
  return listed(mails, ({ id }) => mailLine(editor, id));
}

/** The journal, newest first. */
export async function journal(editor: Editor) {
  const pages = await listed(pagesOf((await listAudit(editor)).pageCount), (page) => listAudit(editor, { page }));
  const lines = pages.flatMap(({ items }) => items);
  const titles = await titlesOf(
    editor,
    lines.flatMap(({ target }) => target.match(UUID) ?? []),
  );
  return lines.map(({ at, who, action, target, fields, kind }) =>
    line(
      at,
      who ?? "Le portail",
      actWords(action),
      target.replace(UUID, (id) => titles.get(id) ?? "…"),
      action.endsWith(".update") ? fields.join(" ") : "",
      kind,
    ),
  );
}

/** The texts that the team rewrote, for every session or for one. */
export async function rewrittenTexts(editor: Editor, at: Date) {
  const targets = [null, ...(await everyWebinar(editor, at))];
  const texts = await listed(targets, (webinar) =>
    listed(MAIL_KINDS, async (kind) => ({
      séance: webinar?.slug ?? "toutes",
      message: mailKindLabels[kind],
      ...(await findEditedTemplate(editor, { kind, webinarId: webinar?.id ?? null })),
    })),
  );
  return texts
    .flat()
    .filter(({ version }) => version > 0)
    .map(({ séance, message, subject, body, version }) => line(séance, message, version, subject, body));
}
