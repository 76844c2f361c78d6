import { issueFormToken, readFormToken } from "#lib/abuse/form-token";
import { HONEYPOT_FILLED, proofAsked, proofTooEarly, TOO_MANY, TOO_OLD, WRITE_TO_THE_TEAM } from "#lib/abuse/labels";
import { type Assessment, assessForm, countSuspicious } from "#lib/abuse/mutations";
import { isHoneypotFilled } from "#lib/abuse/rules";
import { CHALLENGE, FORM_TOKEN, HONEYPOT, SOLUTION, WRITE_TO_US } from "#lib/abuse/schema";
import { CLIENT_ADDRESS } from "#lib/edge/front/client-address";
import type { FormValues } from "#lib/forms/state";
import { env } from "#lib/platform/env";

export type Guarded = { ok: true } | { ok: false; formError: string; echo?: FormValues };

export type GuardedForm = Partial<
  Record<typeof FORM_TOKEN | typeof HONEYPOT | typeof CHALLENGE | typeof SOLUTION, string | string[]>
>;

/**
 * Keeps robots away from a public form without a puzzle: called by its action before anything is written, with the
 * fields that <FormProof> posts. A page that carries a token is for one visitor: no cache may give it to two.
 */
export async function guardRegistration(typed: GuardedForm, headers: Headers, at: Date): Promise<Guarded> {
  const clientAddress = headers.get(CLIENT_ADDRESS);
  if (isHoneypotFilled(typed[HONEYPOT])) {
    await countSuspicious(clientAddress, at);
    return refusal(HONEYPOT_FILLED);
  }
  const formToken = singleValue(typed[FORM_TOKEN]);
  const form = readFormToken(formToken, at);
  if (!form) return { ok: false, formError: TOO_OLD, echo: { [FORM_TOKEN]: issueFormToken(at) } };
  const challenge = singleValue(typed[CHALLENGE]);
  const proof = challenge ? { challenge, solution: singleValue(typed[SOLUTION]) } : null;
  return answerTo(await assessForm({ clientAddress, formToken, issuedAt: form.issuedAt, proof }, at));
}

const singleValue = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");

const refusal = (sentence: string): Guarded =>
  env().CONTACT_EMAIL
    ? { ok: false, formError: `${sentence} ${WRITE_TO_THE_TEAM}`, echo: { [WRITE_TO_US]: "on" } }
    : { ok: false, formError: sentence };

function answerTo(verdict: Assessment): Guarded {
  if (verdict.verdict === "pass") return { ok: true };
  if (verdict.verdict === "refuse") return refusal(TOO_MANY);
  const { challenge, seconds, early } = verdict;
  const formError = early ? proofTooEarly(seconds) : proofAsked(seconds);
  return { ok: false, formError, echo: { [CHALLENGE]: challenge } };
}
