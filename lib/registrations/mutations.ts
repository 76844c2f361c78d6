import { visibleAt } from "#lib/editorial/rules";
import { enqueueMail } from "#lib/mail/outbox";
import { registrationMail } from "#lib/mail/registration-mails";
import type { MailKind } from "#lib/mail/schema";
import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { isToken, newToken, tokenHash } from "#lib/platform/tokens";
import { calendarId, sessionColumns } from "#lib/registrations/queries";
import { isCancellable, oneHourBefore } from "#lib/registrations/rules";
import type { CancellationRefusal, RegistrationInput, RegistrationRefusal } from "#lib/registrations/schema";
import { registrationState } from "#lib/webinars/rules";
import { Prisma } from "#prisma/client";
import type { LinkScope } from "#prisma/enums";

const UNIQUE_VIOLATION = "P2002";

/** What a message and a calendar say of a registration. */
const messageColumns = {
  id: true,
  firstName: true,
  email: true,
  sequence: true,
  webinar: { select: sessionColumns },
} as const satisfies Prisma.RegistrationSelect;
type Addressee = Prisma.RegistrationGetPayload<{ select: typeof messageColumns }>;

type Registered = Result<{ token: string }, RegistrationRefusal>;

/**
 * Holds the session until the transaction ends: who asks for a seat meanwhile waits, then counts what was committed.
 * It must be the first statement of a READ COMMITTED transaction.
 */
async function lockWebinar(tx: Transaction, slug: string): Promise<void> {
  if (env().REGISTRATION_LOCK === "off") return;
  await tx.$queryRaw`SELECT "id" FROM "Webinar" WHERE "slug" = ${slug} FOR UPDATE`;
}

/** Runs under the lock of a session. READ COMMITTED: a snapshot older than the lock would miss the seats taken meanwhile. */
async function underLock<T>(slug: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await prepareQueue();
  return db.$transaction(
    async (tx) => {
      await lockWebinar(tx, slug);
      return work(tx);
    },
    { isolationLevel: "ReadCommitted" },
  );
}

const isDuplicate = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;

/**
 * Takes a seat, with the message that confirms it and the job that sends this message: all are kept, or none.
 * The same address on the same session is the same registration: nothing changes, nothing on screen tells it,
 * and the owner gets a message with a fresh link, at most once an hour.
 * @param at instant of the request
 * @returns the token of the personal page
 */
export async function register(webinarSlug: string, input: RegistrationInput, at: Date): Promise<Registered> {
  const attempt = () => underLock(webinarSlug, (tx) => takeSeat(tx, webinarSlug, input, at));
  return attempt().catch((error: unknown) => {
    // Only without the lock: the other request has won, and this one finds its registration.
    if (isDuplicate(error)) return attempt();
    throw error;
  });
}

async function takeSeat(tx: Transaction, slug: string, input: RegistrationInput, at: Date): Promise<Registered> {
  const webinar = await tx.webinar.findFirst({
    where: { slug, ...visibleAt(at) },
    select: {
      id: true,
      startsAt: true,
      cancelledAt: true,
      capacity: true,
      _count: { select: { registrations: { where: { status: "confirmed" } } } },
    },
  });
  if (!webinar) return { ok: false, reason: "unknown" };
  const state = registrationState({ ...webinar, taken: webinar._count.registrations }, at);
  if (state === "closed" || state === "cancelled") return { ok: false, reason: state };
  const person = { webinarId: webinar.id, emailKey: emailKey(input.email) };
  const known = await tx.registration.findUnique({
    where: { webinarId_emailKey: person },
    select: { ...messageColumns, status: true },
  });
  if (known?.status === "confirmed") return recognise(tx, known, at);
  if (state === "full") return { ok: false, reason: "full" };
  const { newsletter, ...fields } = input;
  const data = { ...fields, newsletterAt: newsletter ? at : null, createdAt: at };
  const registration = known
    ? await tx.registration.update({
        where: { id: known.id },
        data: { ...data, status: "confirmed", cancelledAt: null, sequence: { increment: 1 } },
        select: messageColumns,
      })
    : await tx.registration.create({ data: { ...data, ...person }, select: messageColumns });
  const token = await createLink(tx, registration.id, "owner", at);
  await write(tx, "registration-confirmed", registration, at, token);
  return { ok: true, token };
}

/** The address is registered already: whoever typed it sees what a newcomer sees, and may do less. */
async function recognise(tx: Transaction, registration: Addressee, at: Date): Promise<Registered> {
  // A newcomer's earlier link would show the seat taken again: so do those of this registration.
  await tx.registrationLink.updateMany({
    where: { registrationId: registration.id },
    data: { cancelRequestedAt: null },
  });
  await writeToOwner(tx, "registration-already", registration, at);
  return { ok: true, token: await createLink(tx, registration.id, "receipt", at) };
}

/** A message that a stranger can provoke, with a fresh link for its owner. */
async function writeToOwner(tx: Transaction, kind: MailKind, registration: Addressee, at: Date): Promise<void> {
  const recent = await tx.outgoingMail.count({
    where: { registrationId: registration.id, kind, createdAt: { gt: oneHourBefore(at) } },
  });
  if (recent) return;
  await write(tx, kind, registration, at, await createLink(tx, registration.id, "owner", at));
}

async function createLink(tx: Transaction, registrationId: string, scope: LinkScope, at: Date): Promise<string> {
  const token = newToken();
  await tx.registrationLink.create({ data: { tokenHash: tokenHash(token), registrationId, scope, createdAt: at } });
  return token;
}

async function write(tx: Transaction, kind: MailKind, { webinar, ...person }: Addressee, at: Date, token?: string) {
  const sequence = webinar.sequence + person.sequence;
  const entry = { session: webinar, id: calendarId(person.id), sequence, registered: true };
  const mail = await registrationMail(kind, entry, { ...person, token }, at);
  await enqueueMail(tx, { ...mail, registrationId: person.id }, at);
}

/**
 * Gives the seat back when the link is its owner's; otherwise asks the owner, by a message sent at most once an hour.
 * The answer is the same in both cases, and asking again changes nothing.
 * @param at instant of the request
 */
export async function requestCancellation(token: string, at: Date): Promise<Result<object, CancellationRefusal>> {
  if (!isToken(token)) return { ok: false, reason: "unknown" };
  const link = await db.registrationLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      tokenHash: true,
      scope: true,
      registration: { select: { id: true, webinar: { select: { slug: true, startsAt: true } } } },
    },
  });
  if (!link) return { ok: false, reason: "unknown" };
  const { id, webinar } = link.registration;
  if (!isCancellable(webinar, at)) return { ok: false, reason: "started" };
  const act = link.scope === "owner" ? cancel : askOwner;
  await underLock(webinar.slug, (tx) => act(tx, { id, tokenHash: link.tokenHash }, at));
  return { ok: true };
}

type Asked = { id: string; tokenHash: Uint8Array<ArrayBuffer> };

async function cancel(tx: Transaction, { id }: Asked, at: Date): Promise<void> {
  const [cancelled] = await tx.registration.updateManyAndReturn({
    where: { id, status: "confirmed" },
    data: { status: "cancelled", cancelledAt: at, sequence: { increment: 1 } },
    select: messageColumns,
  });
  if (cancelled) await write(tx, "registration-cancelled", cancelled, at);
}

async function askOwner(tx: Transaction, { id, tokenHash: asked }: Asked, at: Date): Promise<void> {
  const { count } = await tx.registrationLink.updateMany({
    where: { tokenHash: asked, cancelRequestedAt: null },
    data: { cancelRequestedAt: at },
  });
  const registration = await tx.registration.findUniqueOrThrow({
    where: { id },
    select: { ...messageColumns, status: true },
  });
  if (count && registration.status === "confirmed") {
    await writeToOwner(tx, "cancellation-to-confirm", registration, at);
  }
}
