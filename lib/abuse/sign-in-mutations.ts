import { networkName } from "#lib/abuse/address";
import { issueChallenge, readChallenge } from "#lib/abuse/challenge";
import { counter, windowOf } from "#lib/abuse/counter-mutations";
import { CHALLENGE_LIFE_MS, secondsToWait, WAIT_MS } from "#lib/abuse/rules";
import { keyed } from "#lib/abuse/secret";

const WINDOW_MS = 15 * 60_000;
/** Tries heard in a window: of one account from one network, of one account from anywhere, of one network. */
const FREE_TRIES = { pair: 8, account: 30, network: 40 } as const;
type Count = keyof typeof FREE_TRIES;

const counters = {
  pair: counter("try-pair", WINDOW_MS),
  account: counter("try-account", WINDOW_MS),
  network: counter("try-network", WINDOW_MS),
};
const proofs = counter("try-proof", CHALLENGE_LIFE_MS);

export type SignInTry = {
  account: string;
  clientAddress: string | null;
  formToken: string;
  proof: { challenge: string; solution: string } | null;
};

export type TryVerdict =
  | { verdict: "heard" | "refused" }
  /** Heard when it comes back with a solution, or after so many seconds. */
  | { verdict: "challenge"; challenge: string; seconds: number; early: boolean };

function keysOf({ account, clientAddress }: SignInTry, at: Date): Partial<Record<Count, string>> {
  const name = keyed("sign-in", account).toString("base64url");
  const network = clientAddress && networkName(clientAddress, at);
  return {
    account: windowOf(name, WINDOW_MS, at),
    ...(network && { network: windowOf(network, WINDOW_MS, at), pair: windowOf(`${name}@${network}`, WINDOW_MS, at) }),
  };
}

async function isOver(name: Count, key: string | undefined): Promise<boolean> {
  return key !== undefined && (await counters[name].penalty(key)).consumedPoints > FREE_TRIES[name];
}

/**
 * Counts a try before it is judged: a hundred at once are heard eight times. Nobody shuts an owner out: past its number
 * an account asks each try for a proof, and only a network that tries too much is refused.
 */
export async function claimTry(attempt: SignInTry, at: Date): Promise<TryVerdict> {
  const keys = keysOf(attempt, at);
  if (await isOver("network", keys.network)) return { verdict: "refused" };
  const proven = await judgeProof(attempt, at);
  if (proven) return proven;
  // What one network may not try does not count for the others.
  if (!(await isOver("pair", keys.pair)) && !(await isOver("account", keys.account))) return { verdict: "heard" };
  const challenge = await issueChallenge(attempt.formToken, at);
  return { verdict: "challenge", challenge, seconds: WAIT_MS / 1000, early: false };
}

/** Null when there is no proof, or it is worth nothing: each is heard once. */
async function judgeProof({ proof, formToken }: SignInTry, at: Date): Promise<TryVerdict | null> {
  const answer = proof && (await readChallenge(proof, formToken));
  const seconds = answer && secondsToWait(answer.issuedAt, at);
  if (!proof || !answer || seconds === null) return null;
  if (!answer.solved && seconds > 0) return { verdict: "challenge", challenge: proof.challenge, seconds, early: true };
  return (await proofs.penalty(answer.signature)).consumedPoints > 1 ? null : { verdict: "heard" };
}

export async function giveTryBack(attempt: SignInTry, at: Date): Promise<void> {
  const { pair, account, network } = keysOf(attempt, at);
  if (pair) await counters.pair.delete(pair);
  if (network) await counters.network.reward(network);
  if (!attempt.proof && account) await counters.account.reward(account);
}
