import { requestedWebinars } from "#lib/enrolment/queries";
import type { Registered, RegistrationInput } from "#lib/enrolment/schema";
import { judgedAnswers } from "#lib/form-fields/answers/schema";
import { listAskedFields } from "#lib/form-fields/queries";
import type { FormField } from "#lib/form-fields/schema";
import { writeToEach } from "#lib/notices/mutations";
import { STATUS_MAIL } from "#lib/notices/rules";
import { maskedAddress } from "#lib/people/addresses/rules";
import { screenGrant } from "#lib/people/links/rules";
import { batches } from "#lib/platform/batches";
import type { Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";
import { tokenHash } from "#lib/platform/tokens";
import { admitTogether } from "#lib/seats/admission/mutations";
import type { Newcomer } from "#lib/seats/admission/schema";
import { underLock } from "#lib/seats/lock/mutations";

type Asked = {
  input: RegistrationInput;
  token: string;
  requestFingerprint: Buffer<ArrayBuffer>;
  at: Date;
  /** What answers whoever is no plain newcomer, under the same lock. */
  answer: (tx: Transaction, webinarId: string, asks: boolean, at: Date) => Promise<Registered>;
};

const MOST = 50;

/**
 * Registers together those who ask for one session at the same time: one lock, one transaction, as many statements as for one
 * person. Whoever is known there already is answered with the others, no sooner and no later: the time tells nothing.
 * When it fails, nobody of them is registered by it.
 * @returns null for whoever is to be registered alone: who is alone, everyone of those who failed
 */
export const registerTogether = batches<Asked, Registered | null>(async (slug, asked) => {
  const alone = asked.map(() => null);
  if (asked.length < 2 || env().REGISTRATION_LOCK === "off") return alone;
  try {
    return await registerAll(slug, asked);
  } catch (error) {
    log().warn({ err: error, people: asked.length }, "registrations could not be written together");
    return alone;
  }
}, MOST);

async function registerAll(slug: string, asked: Asked[]): Promise<(Registered | null)[]> {
  const at = new Date(Math.max(...asked.map((one) => one.at.getTime())));
  const requested = await requestedWebinars([slug], false, at);
  const [webinarId] = requested?.webinarIds ?? [];
  if (!requested || !webinarId) return asked.map(() => null);
  const { asks } = requested;
  return underLock([webinarId], async (tx) => {
    const fields = asks ? await listAskedFields(tx, webinarId) : [];
    const newcomers = await welcomeAll(tx, webinarId, asked, fields, at);
    const answers: Registered[] = [];
    for (const one of asked)
      answers.push(newcomers.has(one) ? { ok: true, token: one.token } : await one.answer(tx, webinarId, asks, at));
    return answers;
  });
}

/** @returns those who are newcomers */
async function welcomeAll(
  tx: Transaction,
  webinarId: string,
  asked: Asked[],
  fields: readonly FormField[],
  at: Date,
): Promise<Map<Asked, Newcomer>> {
  const answered = await tx.registrationLink.findMany({
    where: { tokenHash: { in: asked.map(({ token }) => tokenHash(token)) } },
    select: { tokenHash: true },
  });
  const isAnswered = ({ token }: Asked) => answered.some((link) => tokenHash(token).equals(link.tokenHash));
  const judged = asked.map((one) => ({ one, ...judgedAnswers(fields, one.input.formAnswers) }));
  const right = judged.flatMap((each) => (each.ok && !isAnswered(each.one) ? [each] : []));
  if (!right.length) return new Map();
  const people = right.map(({ one, answers }) => ({ ...one.input, formAnswers: answers }));
  const admitted = await admitTogether(tx, webinarId, people, at);
  const newcomers = new Map<Asked, Newcomer>();
  for (const [index, { one }] of right.entries()) {
    const newcomer = admitted[index];
    if (newcomer) newcomers.set(one, newcomer);
  }
  for (const [outcome, some] of Map.groupBy(newcomers, ([, newcomer]) => newcomer.outcome))
    await confirm(tx, outcome, new Map(some), at);
  return newcomers;
}

async function confirm(tx: Transaction, outcome: Newcomer["outcome"], some: Map<Asked, Newcomer>, at: Date) {
  const links = new Map(
    [...some].map(([{ input, token, requestFingerprint }, { registrationId, waitlistRank }]) => [
      registrationId,
      [
        {
          token,
          grants: [screenGrant(registrationId, true, waitlistRank)],
          fingerprint: requestFingerprint,
          shownAddress: maskedAddress(input.email),
        },
      ],
    ]),
  );
  const options = { at, extra: { following: [] }, links: (id: string) => links.get(id) ?? [] };
  const written = await writeToEach(tx, STATUS_MAIL[outcome], [...links.keys()], options);
  if (written < some.size) throw new Error("A newcomer was not written to.");
}
