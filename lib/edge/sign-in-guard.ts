import { issueFormToken, readFormToken } from "#lib/abuse/form-token";
import { BUSY, proofTooEarly, signInProofAsked, TOO_MANY_TRIES } from "#lib/abuse/labels";
import { CHALLENGE, FORM_TOKEN, SOLUTION } from "#lib/abuse/schema";
import { claimTry, giveTryBack } from "#lib/abuse/sign-in-mutations";
import { type Credentials, verifyCredentials, verifyPassword } from "#lib/auth/credential-mutations";
import type { GuardedForm } from "#lib/edge/form-guard";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { CLIENT_ADDRESS } from "#lib/edge/front/client-address";
import { emailKey } from "#lib/platform/text";

const WRONG = "Adresse, mot de passe ou code incorrects.";

type Identified = { ok: true; userId: string };
type Checked<T> = T | Extract<FormOutcome, { ok: false }>;

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

type Judged<T> = T | { ok: false; reason: "refused" | "busy" };

/** Every try is counted before it is judged. */
async function checkTry<T extends Identified>(
  email: string,
  posted: GuardedForm,
  headers: Headers,
  at: Date,
  judge: () => Promise<Judged<T>>,
): Promise<Checked<T>> {
  const given = text(posted[FORM_TOKEN]);
  const formToken = readFormToken(given, at) ? given : issueFormToken(at);
  const challenge = text(posted[CHALLENGE]);
  const attempt = {
    account: emailKey(email),
    clientAddress: headers.get(CLIENT_ADDRESS),
    formToken,
    proof: challenge ? { challenge, solution: text(posted[SOLUTION]) } : null,
  };
  const claim = await claimTry(attempt, at);
  if (claim.verdict === "refused") return { ok: false, formError: TOO_MANY_TRIES };
  if (claim.verdict === "challenge") {
    const formError = (claim.early ? proofTooEarly : signInProofAsked)(claim.seconds);
    return { ok: false, formError, echo: { [CHALLENGE]: claim.challenge, [FORM_TOKEN]: formToken } };
  }
  const outcome = await judge();
  if (outcome.ok || outcome.reason === "busy") await giveTryBack(attempt, at);
  if (outcome.ok) return outcome;
  const spent = { [CHALLENGE]: "", [FORM_TOKEN]: formToken };
  if (outcome.reason === "busy") return { ok: false, formError: BUSY, echo: spent };
  return { ok: false, fieldErrors: { password: WRONG }, echo: spent };
}

/** Both steps at once. */
export const checkSignIn = (credentials: Credentials, posted: GuardedForm, headers: Headers, at: Date) =>
  checkTry(credentials.email, posted, headers, at, () => verifyCredentials(credentials, at));

/** The first step alone: whoever `asksCode` is not signed in yet. */
export const checkPassword = (
  credentials: Pick<Credentials, "email" | "password">,
  posted: GuardedForm,
  headers: Headers,
  at: Date,
) => checkTry(credentials.email, posted, headers, at, () => verifyPassword(credentials));

/** The present password of who is signed in, counted as at the door. @returns null when it is right */
export async function checkPresentPassword(
  email: string,
  present: string,
  posted: GuardedForm,
  headers: Headers,
  at: Date,
): Promise<Extract<FormOutcome, { ok: false }> | null> {
  const outcome = await checkPassword({ email, password: present }, posted, headers, at);
  if (outcome.ok) return null;
  const { fieldErrors, ...refused } = outcome;
  return fieldErrors ? { ...refused, fieldErrors: { present: "Ce n’est pas votre mot de passe actuel." } } : refused;
}
