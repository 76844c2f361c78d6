import { bringColleagues } from "#lib/enrolment/colleagues/mutations";
import type { Colleague } from "#lib/enrolment/colleagues/rules";
import { registerTogether } from "#lib/enrolment/crowd/mutations";
import { FOLLOW_YOURSELF, FOLLOWING } from "#lib/enrolment/cycle/labels";
import { requestedWebinars } from "#lib/enrolment/queries";
import type { Registered, RegistrationInput, RegistrationRefusal } from "#lib/enrolment/schema";
import { judgedFields } from "#lib/form-fields/queries";
import { notifySeatChanges, writeTogether } from "#lib/notices/mutations";
import { isRecent } from "#lib/notices/outbox/queries";
import { STATUS_MAIL } from "#lib/notices/rules";
import type { MessageOptions } from "#lib/notices/schema";
import { maskedAddress } from "#lib/people/addresses/rules";
import { answerToken, writeLinks } from "#lib/people/links/mutations";
import { screenGrant } from "#lib/people/links/rules";
import type { NewGrant } from "#lib/people/links/schema";
import { subscribe } from "#lib/people/subscriptions/mutations";
import { follows } from "#lib/people/subscriptions/queries";
import type { Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { emailKey } from "#lib/platform/text";
import { newToken, tokenHash } from "#lib/platform/tokens";
import { askQuestion } from "#lib/questions/mutations";
import { admit } from "#lib/seats/admission/mutations";
import type { Admission, Applicant } from "#lib/seats/admission/schema";
import { underLock } from "#lib/seats/lock/mutations";
import { isEntry } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";

type Request = {
  input: RegistrationInput & Pick<Applicant, "partnerLink">;
  /** Null when the whole cycle is not asked for. */
  cycleId: string | null;
  webinarIds: string[];
  /** Whether the form of the first session has fields of its own. */
  asks: boolean;
  requestFingerprint: Buffer<ArrayBuffer>;
  mayComeAgain: boolean;
  colleagues: readonly Colleague[];
};

/**
 * Takes a seat, or a place in line, at one or several sessions of a cycle, with the one message that confirms them and
 * the job that sends it: all are kept, or none. The same address on the same session is the same registration: nothing
 * changes, nothing on screen tells it, and the owner gets a message with a fresh link, at most once an hour.
 * @param slugs the sessions, that of the page first; the others must belong to its cycle
 * @param options.wholeCycle every coming session of the cycle, and those that it will still receive
 * @param options.formToken of the form sent: the same form again gets the same answer
 * @param options.colleagues who come to the session of the page with this person
 * @param options.partnerLink code of the partner's link followed to the session of the page; unknown, it is ignored
 * @returns the token of the personal page
 */
export async function register(
  slugs: readonly string[],
  input: RegistrationInput,
  options: {
    wholeCycle?: boolean;
    formToken?: string | undefined;
    partnerLink?: string | undefined;
    colleagues?: readonly Colleague[];
  },
  at: Date,
): Promise<Registered> {
  const wholeCycle = options.wholeCycle ?? false;
  const { formToken, partnerLink, colleagues = [] } = options;
  const requestFingerprint = Buffer.from(fingerprint([slugs, wholeCycle, input, ...colleagues]), "base64url");
  const token = formToken ? answerToken(formToken, emailKey(input.email)) : newToken();
  const [slug, ...others] = slugs;
  const isPlain =
    slug && formToken && !others.length && !wholeCycle && !partnerLink && !input.question && !colleagues.length;
  const plain = { input, colleagues, cycleId: null, requestFingerprint, mayComeAgain: Boolean(formToken) };
  const together = isPlain
    ? await registerTogether(slug, {
        ...{ input, token, requestFingerprint, at },
        answer: (tx, webinarId, asks, when) => answer(tx, token, { ...plain, webinarIds: [webinarId], asks }, when),
      })
    : null;
  if (together) return together;
  const webinars = await requestedWebinars(slugs, wholeCycle, at);
  if (!webinars) return { ok: false, reason: "unknown" };
  const request: Request = {
    ...plain,
    input: { ...input, partnerLink },
    cycleId: wholeCycle ? webinars.cycleId : null,
    webinarIds: webinars.webinarIds,
    asks: webinars.asks,
  };
  return underLock(request.webinarIds, (tx) => answer(tx, token, request, at));
}

/** A form that was answered gets the same answer; one that came back with something else in it gets none. */
async function answer(tx: Transaction, token: string, request: Request, at: Date): Promise<Registered> {
  const { input, webinarIds, requestFingerprint } = request;
  const earlier =
    request.mayComeAgain &&
    (await tx.registrationLink.findUnique({
      where: { tokenHash: tokenHash(token) },
      select: { requestFingerprint: true },
    }));
  if (earlier)
    return requestFingerprint.equals(earlier.requestFingerprint ?? Buffer.alloc(0))
      ? { ok: true, token, ...(request.colleagues.length && { colleagues: "written" as const }) }
      : { ok: false, reason: "spent" };
  const judged = await judgedFields(tx, request.asks ? webinarIds[0] : undefined, input.formAnswers);
  if (!judged.ok) return judged;
  const elsewhere = { partnerLink: undefined, formAnswers: null };
  const admissions: Admission[] = [];
  for (const [index, id] of webinarIds.entries()) {
    const person = { ...input, ...(index === 0 ? { formAnswers: judged.answers } : elsewhere) };
    const admission = await admit(tx, id, person, "form", at);
    if (admission.outcome === "partner-link-full") return { ok: false, reason: admission.outcome };
    admissions.push(admission);
  }
  const changes = admissions.flatMap((admission) => admission.changes).filter((change) => !isEntry(change));
  const mine = new Set(idsOf(admissions));
  await notifySeatChanges(
    tx,
    changes.filter(({ registrationId }) => !mine.has(registrationId)),
    at,
  );
  const grants = admissions.flatMap(grantOf);
  if (!grants.length) return { ok: false, reason: refusalOf(admissions) };
  const following = await follow(tx, request, admissions, at);
  await ask(tx, request, admissions, at);
  await confirm(
    tx,
    admissions,
    changes.filter(({ registrationId }) => mine.has(registrationId)),
    {
      at,
      extra: { following },
      links: [{ token, grants, fingerprint: requestFingerprint, shownAddress: maskedAddress(input.email) }],
    },
  );
  const [webinarId = ""] = webinarIds;
  const brought = request.colleagues.length && (await bringColleagues(tx, webinarId, input, request.colleagues, at));
  return { ok: true, token, ...(brought && { colleagues: brought }) };
}

const idsOf = (admissions: readonly Admission[]): string[] =>
  admissions.flatMap((admission) => ("registrationId" in admission ? [admission.registrationId] : []));

function refusalOf([first]: Admission[]): RegistrationRefusal {
  return first?.outcome === "closed" || first?.outcome === "cancelled" ? first.outcome : "unknown";
}

function grantOf(admission: Admission): NewGrant[] {
  if (!("registrationId" in admission)) return [];
  return [screenGrant(admission.registrationId, !isExisting(admission), admission.waitlistRank)];
}

/** The question is about the session of the page; whoever types a known address does not speak for its owner. */
async function ask(tx: Transaction, { input, webinarIds: [webinarId] }: Request, [first]: Admission[], at: Date) {
  if (!input.question || !webinarId || !first || !("registrationId" in first)) return;
  await askQuestion(tx, webinarId, isExisting(first) ? null : first.registrationId, input.question, at);
}

const isExisting = (admission: Admission): boolean => admission.outcome === "existing";

/**
 * Whoever types a known address does not speak for its owner, who is asked by the message.
 * @returns what the message says of the cycle
 */
async function follow(tx: Transaction, { input, cycleId, webinarIds }: Request, admissions: Admission[], at: Date) {
  if (!cycleId) return [];
  if (admissions.every(isExisting)) return (await follows(tx, webinarIds[0] ?? "", input)) ? [] : [FOLLOW_YOURSELF];
  await subscribe(tx, cycleId, input, at);
  return [FOLLOWING];
}

type Answer = Required<Pick<MessageOptions, "at" | "extra" | "links">>;

/**
 * One message for what is new; when nothing is, a stranger may have typed the address: at most one an hour. The link of the
 * page goes with it.
 */
async function confirm(
  tx: Transaction,
  admissions: Admission[],
  own: readonly SeatChange[],
  told: Answer,
): Promise<void> {
  if (!(await tell(tx, admissions, own, told))) await writeLinks(tx, told.links, told.at);
}

/** @returns whether the link of the page was written with a message */
async function tell(
  tx: Transaction,
  admissions: Admission[],
  own: readonly SeatChange[],
  told: Answer,
): Promise<boolean> {
  const ids = idsOf(admissions);
  if (admissions.filter(isExisting).length < ids.length) {
    const seated = admissions.some(({ outcome }) => outcome === "confirmed");
    return writeTogether(tx, STATUS_MAIL[seated ? "confirmed" : "waiting"], ids, told);
  }
  if (own.length) {
    await notifySeatChanges(tx, own, told.at);
    return false;
  }
  if (await isRecent(tx, "registration-already", { registrationId: { in: ids } }, told.at)) return false;
  return writeTogether(tx, "registration-already", ids, told);
}
