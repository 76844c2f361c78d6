import { networkName } from "#lib/abuse/address";
import { issueChallenge, readChallenge } from "#lib/abuse/challenge";
import { addToEach, counter, windowOf } from "#lib/abuse/counter-mutations";
import { CHALLENGE_LIFE_MS, type Counts, isTooQuick, riskOf, secondsToWait, WAIT_MS, WINDOWS } from "#lib/abuse/rules";
import { log } from "#lib/platform/log";

const proofs = counter("proof", CHALLENGE_LIFE_MS, true);

async function countForm(address: string, suspicious: boolean, at: Date): Promise<Counts> {
  const network = networkName(address, at);
  const added = (name: keyof Counts, points = 1) => {
    const lifeMs = WINDOWS[name];
    return { name, key: windowOf(network, lifeMs, at), points, lifeMs };
  };
  const counts = await addToEach([added("posts"), added("hourly"), added("suspicious", Number(suspicious))], at);
  const held = (name: keyof Counts) => counts.get(name) ?? 0;
  return { posts: held("posts"), hourly: held("hourly"), suspicious: held("suspicious") };
}

const countUse = async (name: string): Promise<number> => (await proofs.penalty(name)).consumedPoints;

export type AssessedForm = {
  /** Null when it says nothing of the visitor: then nothing is limited. */
  clientAddress: string | null;
  formToken: string;
  /** When the form was shown; null when that is unknown. */
  issuedAt: Date | null;
  /** Challenge that the form had been given, with what the browser found for it: nothing, without scripts. */
  proof: { challenge: string; solution: string } | null;
};

export type Assessment =
  | { verdict: "pass" }
  /** The form passes when it comes back with a solution, or after so many seconds. */
  | { verdict: "challenge"; challenge: string; seconds: number; early: boolean }
  | { verdict: "refuse" };

/** A double tap or a lost connection brings the same form again, which `register` answers alike. */
const MOST_USES = 5;
const PASS: Assessment = { verdict: "pass" };

/**
 * When the counters cannot be reached the form passes, and the log says so: nobody is kept out by our own fault.
 * @param at the only clock that decides
 */
export async function assessForm(form: AssessedForm, at: Date): Promise<Assessment> {
  const { clientAddress, formToken, issuedAt } = form;
  if (clientAddress === null) return PASS;
  const proven = await assessProof(form, at);
  if (proven) return proven;
  const counts = await failOpen(() => countForm(clientAddress, isTooQuick(issuedAt, at), at));
  const verdict = counts ? riskOf(counts) : "pass";
  if (verdict !== "challenge") return { verdict };
  const challenge = await issueChallenge(formToken, at);
  return { verdict, challenge, seconds: WAIT_MS / 1000, early: false };
}

/** Counts a form that was refused for itself, so that its address is asked for a proof sooner. */
export async function countSuspicious(clientAddress: string | null, at: Date): Promise<void> {
  if (clientAddress !== null) await failOpen(() => countForm(clientAddress, true, at));
}

/** Null when there is no proof or it is worth nothing: the form is then counted as any other. */
async function assessProof({ proof, formToken }: AssessedForm, at: Date): Promise<Assessment | null> {
  const answer = proof && (await readChallenge(proof, formToken));
  const seconds = answer && secondsToWait(answer.issuedAt, at);
  if (!proof || !answer || seconds === null) return null;
  if (!answer.solved && seconds > 0) return { verdict: "challenge", challenge: proof.challenge, seconds, early: true };
  const uses = await failOpen(() => countUse(answer.signature));
  return uses !== null && uses > MOST_USES ? null : PASS;
}

async function failOpen<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log().warn({ err: error }, "form limits could not be counted");
    return null;
  }
}
