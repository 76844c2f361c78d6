import { renderMail } from "#lib/mail/render";
import type { MailKind, MailTemplate, MailVariable } from "#lib/mail/schema";
import { signatureOf } from "#lib/mail/signature";
import { variablesIn } from "#lib/mail/variables";
import { announces, forecastNote } from "#lib/notices/rules";
import type { Mailbox, Values } from "#lib/notices/schema";
import { SAMPLE_LINKS } from "#lib/people/links/rules";
import type { LinkFactory } from "#lib/people/links/schema";
import { keptUntil } from "#lib/people/rules";
import { formatDay, formatDayIn, formatHour, formatHours, formatShortDay, formatTimestamp } from "#lib/platform/dates";
import type { Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { isLive, undoUntil } from "#lib/seats/rules";
import { positionOf } from "#lib/seats/waitlist/queries";
import { lastAnswer } from "#lib/seats/waitlist/rules";
import { calendarColumns } from "#lib/webinars/queries";
import { isForecastOf, overseasTimes } from "#lib/webinars/rules";
import { Prisma } from "#prisma/client";

export const addresseeColumns = {
  id: true,
  status: true,
  waitlistRank: true,
  offerExpiresAt: true,
  cancelledAt: true,
  firstName: true,
  personId: true,
  sequence: true,
  webinarId: true,
  webinar: { select: { ...calendarColumns, replayUrl: true, previousStartsAt: true } },
  person: {
    select: {
      registrations: {
        select: { webinar: { select: { startsAt: true } } },
        orderBy: { webinar: { startsAt: "desc" } },
        take: 1,
      },
    },
  },
} as const satisfies Prisma.RegistrationSelect;
export type Addressee = Prisma.RegistrationGetPayload<{ select: typeof addresseeColumns }>;

export type Recipient = Addressee & Mailbox;

/**
 * Whom messages about some registrations are written to, in order of session; those who were anonymised are left out.
 * Until the transaction ends, nobody of them is erased nor given another address.
 */
export async function recipientsAmong(tx: Transaction, ids: readonly string[], alone = false): Promise<Recipient[]> {
  const lock = alone ? Prisma.sql`FOR NO KEY UPDATE OF p` : Prisma.sql`FOR KEY SHARE OF p`;
  const mailboxes = await tx.$queryRaw<(Mailbox & { id: string })[]>`
    SELECT r."id", p."email", p."emailKey" FROM "Registration" r JOIN "Person" p ON p."id" = r."personId"
    WHERE r."id" = ANY(${[...ids]}::uuid[]) ORDER BY p."id" ${lock}`;
  const mailboxOf = new Map(mailboxes.map(({ id, ...mailbox }) => [id, mailbox]));
  const rows = await tx.registration.findMany({
    where: { id: { in: [...mailboxOf.keys()] } },
    select: addresseeColumns,
    orderBy: [{ webinar: { startsAt: "asc" } }, { id: "asc" }],
  });
  return rows.flatMap((row) => {
    const mailbox = mailboxOf.get(row.id);
    return mailbox ? [{ ...row, ...mailbox }] : [];
  });
}

/** Whether a seat is kept, or asked for, at a session that nobody confirmed. */
export const isForecastSeat = ({ status, webinar }: Addressee): boolean =>
  isLive(status) && !webinar.cancelledAt && isForecastOf(webinar);

const belowGreeting = (body: string, note: string): string =>
  body.includes("\n\n") ? body.replace("\n\n", () => `\n\n${note}\n\n`) : `${note}\n\n${body}`;

/** A text with why it is written, and what nobody has confirmed of what it announces. */
export function annotated(kind: MailKind, template: MailTemplate, people: Addressee[], reason = ""): MailTemplate {
  const forecasts = announces(kind) ? people.filter(isForecastSeat).length : 0;
  const note = [reason, forecasts > 0 && forecastNote(forecasts)].filter(Boolean).join("\n\n");
  return note ? { ...template, body: belowGreeting(template.body, note) } : template;
}

async function seatWords(tx: Transaction, person: Addressee): Promise<string> {
  switch (person.status) {
    case "confirmed":
      return "votre place est réservée";
    case "waiting":
      return `liste d’attente, position\u00A0${await positionOf(tx, person)}`;
    case "offered":
      return person.offerExpiresAt
        ? `une place vous est proposée jusqu’au ${formatTimestamp(person.offerExpiresAt)}`
        : "une place vous est proposée";
    case "expired":
      return "la place proposée n’est plus gardée";
    default:
      return "inscription annulée";
  }
}

/** What becomes of a seat when its session changes. */
function seatKept({ status, offerExpiresAt }: Addressee): string {
  if (status === "offered" && offerExpiresAt)
    return `La place qui vous est proposée vous attend jusqu’au ${formatTimestamp(offerExpiresAt)}\u00A0: répondez depuis votre page personnelle.`;
  const kept = status === "waiting" ? "Votre tour sur la liste d’attente est gardé" : "Votre inscription suit";
  return `${kept}\u00A0: vous n’avez rien à faire.`;
}

async function webinarLine(tx: Transaction, person: Addressee): Promise<string> {
  const { title, startsAt, durationMinutes, cancelledAt } = person.webinar;
  const when = `${formatDay(startsAt)}, ${formatHours(startsAt, durationMinutes)}`;
  const state = cancelledAt ? "séance annulée" : await seatWords(tx, person);
  const doubt = isForecastSeat(person) ? ", séance à confirmer" : "";
  return `${when}\u00A0: ${french(title)} (${state}${doubt})`;
}

/** When a session begins overseas, from the earliest hour; the day is named when it is another one. */
const overseasHours = (startsAt: Date): string =>
  overseasTimes(startsAt)
    .map(({ territories, zone, otherDay }) => {
      const day = otherDay ? ` le ${formatDayIn(startsAt, zone)}` : "";
      return `${formatHour(startsAt, zone)}${day} (${territories.join(", ")})`;
    })
    .join("\u202F; ");

/** Until when the reader may answer: an offer, one to come at the latest, or a cancellation that can be undone. */
function deadline({ status, cancelledAt, offerExpiresAt, webinar }: Addressee): string {
  if (status === "waiting") return formatTimestamp(lastAnswer(webinar.startsAt));
  const last = status === "cancelled" && cancelledAt ? undoUntil(cancelledAt, webinar.startsAt) : offerExpiresAt;
  return last ? formatTimestamp(last) : "";
}

/** Until when a person is kept: as long as their last session asks, which may not be the one that a message is about. */
function erasureDate(people: Addressee[]): string {
  const sessions = people.flatMap(({ webinar, person }) => [webinar, ...latestOf(person)]);
  const last = Math.max(...sessions.map(({ startsAt }) => startsAt.getTime()));
  return formatShortDay(keptUntil("identity", new Date(last)));
}

const latestOf = (person: Addressee["person"]) => (person?.registrations ?? []).map(({ webinar }) => webinar);

export const absoluteUrl = (path: string) => absolute(env().SITE_URL, path);

/** The seat that a message speaks of first: the next one that is kept, else the next one asked for. */
export const mainSeat = <Seat extends Addressee>(people: Seat[]): Seat =>
  people.find(({ status }) => status === "confirmed") ?? (people as [Seat])[0];

/** Makes what a text names, and nothing else: a link that no one reads is a key left in a lock. */
function sources(
  tx: Transaction,
  people: Addressee[],
  links: LinkFactory,
): Record<MailVariable, () => Values[MailVariable] | Promise<Values[MailVariable]>> {
  const person = mainSeat(people);
  const { webinar } = person;
  return {
    firstName: () => person.firstName,
    title: () => french(webinar.title),
    date: () => formatShortDay(webinar.startsAt),
    day: () => formatDay(webinar.startsAt),
    hours: () => formatHours(webinar.startsAt, webinar.durationMinutes),
    webinarUrl: () => absoluteUrl(paths.webinar(webinar.slug)),
    programmeUrl: () => absoluteUrl(paths.webinars()),
    personalUrl: () => absoluteUrl(paths.registration(links.personal())),
    joinUrl: () => absoluteUrl(paths.join(links.single("join"))),
    surveyUrl: () => absoluteUrl(paths.survey(links.single("survey"))),
    certificateUrl: () => absoluteUrl(paths.certificate(links.personal(), webinar.slug)),
    replayUrl: () => absoluteUrl(paths.webinar(webinar.slug)),
    sessions: async () => {
      const lines: string[] = [];
      for (const seat of people) lines.push(await webinarLine(tx, seat));
      return lines;
    },
    following: () => [],
    overseasHours: () => overseasHours(webinar.startsAt),
    erasureDate: () => erasureDate(people),
    deadline: () => deadline(person),
    confirmUrl: () => absoluteUrl(paths.registration(SAMPLE_LINKS.personal())),
    pages: () => [],
    dossierUrl: () => absoluteUrl(paths.dossier()),
    news: () => [],
    preferencesUrl: () => absoluteUrl(paths.digest(SAMPLE_LINKS.personal())),
    seatKept: () => seatKept(person),
    previousDay: () => "",
    previousHours: () => "",
  };
}

export async function composeMail(
  tx: Transaction,
  text: MailTemplate,
  people: Addressee[],
  links: LinkFactory,
  extra?: Values,
) {
  const values: Values = { ...extra };
  const made = sources(tx, people, links);
  for (const name of variablesIn(`${text.subject} ${text.body}`) as MailVariable[])
    values[name] ??= await made[name]?.();
  const { status, webinar } = mainSeat(people);
  const frame = { signature: signatureOf(env()), dated: people.length === 1 && isLive(status) && !webinar.cancelledAt };
  return renderMail(text, values as Record<string, string | readonly string[]>, frame);
}
