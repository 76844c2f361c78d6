import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { newToken, tokenHash } from "#lib/platform/tokens";
import { visibleAt } from "#lib/publication/rules";
import { askQuestion } from "#lib/questions/mutations";
import { type Admission, type Applicant, admit } from "#lib/registrations/admit";
import { follows, subscribe } from "#lib/registrations/cycle-subscriptions";
import { FOLLOW_YOURSELF, FOLLOWING } from "#lib/registrations/labels";
import { answerToken, type NewGrant, writeLinks } from "#lib/registrations/links";
import type { Values } from "#lib/registrations/mail-variables";
import { STATUS_MAIL, writeMessage, writeTogether } from "#lib/registrations/messages";
import { isLive, oneHourBefore } from "#lib/registrations/rules";
import type { RegistrationInput, RegistrationRefusal } from "#lib/registrations/schema";
import { underLock } from "#lib/registrations/seats";
import { comingAt } from "#lib/webinars/queries";
import type { RegistrationOrigin } from "#prisma/enums";

type Registered = Result<{ token: string }, RegistrationRefusal>;
type Known = Extract<Admission, { outcome: "known" }>;
type Input = RegistrationInput & Pick<Applicant, "partnerLink">;
type Asked = { input: Input; cycleId: string | null; webinarIds: string[]; requestFingerprint: Buffer<ArrayBuffer> };

/** The sessions of a form, the page's own first. */
async function webinarsOf([first, ...others]: readonly string[], wholeCycle: boolean, at: Date) {
  const page = await db.webinar.findFirst({
    where: { slug: first, ...visibleAt(at) },
    select: { id: true, cycleId: true },
  });
  if (!page) return null;
  const { id, cycleId } = page;
  const asked = wholeCycle ? {} : { slug: { in: others } };
  const together =
    wholeCycle || others.length
      ? await db.webinar.findMany({
          where: { ...comingAt(at), ...asked, cycleId, id: { not: id } },
          select: { id: true },
          orderBy: { startsAt: "asc" },
        })
      : [];
  return { cycleId, webinarIds: [id, ...together.map((webinar) => webinar.id)] };
}

/**
 * Takes a seat, or a place in line, at one or several sessions of a cycle, with the one message that confirms them and
 * the job that sends it: all are kept, or none. The same address on the same session is the same registration: nothing
 * changes, nothing on screen tells it, and the owner gets a message with a fresh link, at most once an hour.
 * @param slugs the sessions, that of the page first; the others must belong to its cycle
 * @param options.wholeCycle every coming session of the cycle, and those that it will still receive
 * @param options.formToken of the form sent: the same form again gets the same answer
 * @param options.partnerLink code of the partner's link followed to the session of the page; unknown, it is ignored
 * @param at instant of the request
 * @returns the token of the personal page
 */
export async function register(
  slugs: readonly string[],
  input: RegistrationInput,
  options: { wholeCycle?: boolean; formToken?: string | undefined; partnerLink?: string | undefined },
  at: Date,
): Promise<Registered> {
  const wholeCycle = options.wholeCycle ?? false;
  const webinars = await webinarsOf(slugs, wholeCycle, at);
  if (!webinars) return { ok: false, reason: "unknown" };
  const requestFingerprint = Buffer.from(fingerprint([slugs, wholeCycle, input]), "base64url");
  const token = options.formToken ? answerToken(options.formToken) : newToken();
  const person = { ...input, partnerLink: options.partnerLink };
  const cycleId = wholeCycle ? webinars.cycleId : null;
  const asked = { input: person, requestFingerprint, webinarIds: webinars.webinarIds, cycleId };
  return underLock(webinars.webinarIds, (tx) => answer(tx, token, asked, at));
}

/** A form that was answered gets the same answer; one that came back with something else in it gets none. */
async function answer(tx: Transaction, token: string, asked: Asked, at: Date): Promise<Registered> {
  const sent = await tx.registrationLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { requestFingerprint: true },
  });
  if (sent)
    return asked.requestFingerprint.equals(sent.requestFingerprint ?? Buffer.alloc(0))
      ? { ok: true, token }
      : { ok: false, reason: "spent" };
  const arrivals: Admission[] = [];
  for (const [index, id] of asked.webinarIds.entries()) {
    const person = index === 0 ? asked.input : { ...asked.input, partnerLink: undefined };
    const arrival = await admit(tx, id, person, "form", at);
    if (arrival.outcome === "partner-link-full") return { ok: false, reason: arrival.outcome };
    arrivals.push(arrival);
  }
  const grants = arrivals.flatMap(grantOf);
  if (!grants.length) return { ok: false, reason: refusalOf(arrivals) };
  const following = await follow(tx, asked, arrivals, at);
  await ask(tx, asked, arrivals, at);
  await confirm(tx, arrivals, { following }, at);
  await writeLinks(tx, [{ token, grants, fingerprint: asked.requestFingerprint }], at);
  return { ok: true, token };
}

function refusalOf([first]: Admission[]): RegistrationRefusal {
  return first?.outcome === "closed" || first?.outcome === "cancelled" ? first.outcome : "unknown";
}

function grantOf(arrival: Admission): NewGrant[] {
  if (!("registrationId" in arrival)) return [];
  const { registrationId } = arrival;
  return arrival.outcome === "known"
    ? [{ registrationId, scope: "receipt", shownRank: arrival.waitlistRank }]
    : [{ registrationId, scope: "owner" }];
}

/** The question is about the session of the page; whoever types a known address does not speak for its owner. */
async function ask(tx: Transaction, { input, webinarIds: [webinarId] }: Asked, [first]: Admission[], at: Date) {
  if (!input.question || !webinarId || !first || !("registrationId" in first)) return;
  await askQuestion(tx, webinarId, first.outcome === "known" ? null : first.registrationId, input.question, at);
}

const isKnown = (arrival: Admission): arrival is Known => arrival.outcome === "known";

/**
 * Whoever types a known address does not speak for its owner, who is asked by the message.
 * @returns what the message says of the cycle
 */
async function follow(tx: Transaction, { input, cycleId, webinarIds }: Asked, arrivals: Admission[], at: Date) {
  if (!cycleId) return [];
  if (arrivals.every(isKnown)) return (await follows(tx, webinarIds[0] ?? "", input)) ? [] : [FOLLOW_YOURSELF];
  await subscribe(tx, cycleId, input, at);
  return [FOLLOWING];
}

/** One message for what is new; when nothing is, a stranger may have typed the address: at most one an hour. */
async function confirm(tx: Transaction, arrivals: Admission[], extra: Values, at: Date): Promise<void> {
  const ids = arrivals.flatMap((arrival) => ("registrationId" in arrival ? [arrival.registrationId] : []));
  const known = arrivals.filter(isKnown);
  if (known.length < ids.length) {
    const seated = arrivals.some(({ outcome }) => outcome === "confirmed");
    await writeTogether(tx, STATUS_MAIL[seated ? "confirmed" : "waiting"], ids, { at, extra });
    return;
  }
  // A newcomer's earlier link would show the seat taken again: so do those of these registrations.
  await tx.registrationGrant.updateMany({
    where: { registrationId: { in: ids }, scope: "receipt" },
    data: { cancelRequestedAt: null },
  });
  const recent = await tx.outgoingMail.count({
    where: { registrationId: { in: ids }, kind: "registration-already", createdAt: { gt: oneHourBefore(at) } },
  });
  if (!recent) await writeTogether(tx, "registration-already", ids, { at, extra });
}

export type PersonOutcome = "registered" | "waiting" | "already" | "refused";

/**
 * Registers people by another door than the form, each with the usual message: a seat, or the end of the waiting list.
 * @returns for each person, in order, what came of it
 */
export async function registerPeople(
  webinarId: string,
  people: readonly Applicant[],
  origin: RegistrationOrigin,
  at: Date,
  inTheSameTransaction: (tx: Transaction, outcomes: PersonOutcome[]) => Promise<void> = async () => {},
): Promise<PersonOutcome[]> {
  return underLock([webinarId], async (tx) => {
    const outcomes: PersonOutcome[] = [];
    for (const person of people) outcomes.push(await bringIn(tx, webinarId, person, origin, at));
    await inTheSameTransaction(tx, outcomes);
    return outcomes;
  });
}

async function bringIn(
  tx: Transaction,
  webinarId: string,
  person: Applicant,
  origin: RegistrationOrigin,
  at: Date,
): Promise<PersonOutcome> {
  // Asked under the lock of the session: who has been erased meanwhile does not come back.
  if (origin === "cycle" && !(await follows(tx, webinarId, person))) return "refused";
  const arrival = await admit(tx, webinarId, person, origin, at);
  if (isKnown(arrival)) return "already";
  if (!("registrationId" in arrival)) return "refused";
  const seated = arrival.outcome === "confirmed";
  const kind = origin === "cycle" && seated ? "cycle-session-added" : STATUS_MAIL[arrival.outcome];
  await writeMessage(tx, kind, arrival.registrationId, { at });
  return seated ? "registered" : "waiting";
}

/**
 * Registers those who asked for a whole cycle to the sessions that it has received since. Safe to run again at any time.
 * @param at the present instant
 * @returns how many people came in
 */
export async function addCycleWebinars(at: Date): Promise<number> {
  const webinars = await db.webinar.findMany({
    where: { ...comingAt(at), cycle: { subscriptions: { some: {} } } },
    select: { id: true, cycleId: true },
    orderBy: { startsAt: "asc" },
  });
  let added = 0;
  for (const { id, cycleId } of webinars) {
    const missing = await db.$queryRaw<Applicant[]>`
      SELECT s."firstName", s."lastName", s."email", s."profile", s."organisation", s."territory", (
        SELECT r."accessNeeds" FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId"
        WHERE r."emailKey" = s."emailKey" AND r."anonymisedAt" IS NULL
        ORDER BY (w."startsAt" > ${at} AND r."accessNeeds" IS NOT NULL) DESC, w."startsAt" DESC LIMIT 1) AS "accessNeeds"
      FROM "CycleSubscription" s
      WHERE s."cycleId" = ${cycleId}::uuid AND NOT EXISTS (
        SELECT 1 FROM "Registration" r WHERE r."webinarId" = ${id}::uuid AND r."emailKey" = s."emailKey")
      ORDER BY s."createdAt", s."id"`;
    if (missing.length) added += (await registerPeople(id, missing, "cycle", at)).length;
  }
  return added;
}

/**
 * Writes again the message that says where a person stands, with fresh links: the first one was lost or refused.
 * @param at instant of the request
 * @returns « unknown » when there is no such registration, or nothing identifies its person any more
 */
export async function resend(editor: Editor, registrationId: string, at: Date): Promise<Result<object, "unknown">> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const registration = await tx.registration.findFirst({
      where: { id: registrationId, anonymisedAt: null },
      select: { status: true },
    });
    if (!registration || !isLive(registration.status)) return { ok: false, reason: "unknown" };
    await writeMessage(tx, STATUS_MAIL[registration.status], registrationId, { at });
    await recordAudit(tx, editor, { action: "registration.resend", noun: "registration", target: registrationId, at });
    return { ok: true };
  });
}
