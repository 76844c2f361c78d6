import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { derivedKey, keyed } from "#lib/abuse/secret";

/** One to two seconds of work for a phone of five years, and one try of it for us. */
const COST = 5_000;
const LEAST_TRIES = 100;
const MOST_TRIES = 300;
/** Ours are half as long; anything longer is not worth reading. */
const MAX_LENGTH = 2_000;

const secrets = () => ({
  hmacSignatureSecret: derivedKey("challenge").toString("base64url"),
  hmacKeySignatureSecret: derivedKey("solution").toString("base64url"),
});

const challengeSchema = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.string(),
    cost: z.number(),
    data: z.strictObject({ form: z.string(), issuedAt: z.number() }),
    keyLength: z.number(),
    keyPrefix: z.string(),
    keySignature: z.string(),
    nonce: z.string(),
    salt: z.string(),
  }),
  signature: z.string(),
});
const solutionSchema = z.object({ counter: z.number(), derivedKey: z.string() });
/** Solves nothing: shows whether a challenge is ours. */
const NO_SOLUTION = { counter: 0, derivedKey: "00" };

const nameOf = (formToken: string) => keyed("challenged form", formToken).toString("base64url");

/** Base64 of JSON that names its form and says when it was given: the library would read the machine's clock. */
export async function issueChallenge(formToken: string, at: Date): Promise<string> {
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: COST,
    counter: randomInt(MOST_TRIES, LEAST_TRIES),
    deriveKey,
    data: { form: nameOf(formToken), issuedAt: at.getTime() },
    ...secrets(),
  });
  return Buffer.from(JSON.stringify(challenge)).toString("base64");
}

export type Answer = {
  signature: string;
  issuedAt: Date;
  solved: boolean;
};

/**
 * Null when the challenge is not ours, or was given for another form.
 * @param posted whatever they are; the solution is empty without scripts
 */
export async function readChallenge(
  posted: { challenge: string; solution: string },
  formToken: string,
): Promise<Answer | null> {
  if (posted.challenge.length > MAX_LENGTH) return null;
  const challenge = parsed(challengeSchema, Buffer.from(posted.challenge, "base64").toString());
  if (challenge?.parameters.data.form !== nameOf(formToken)) return null;
  const solution = parsed(solutionSchema, posted.solution) ?? NO_SOLUTION;
  const outcome = await verifySolution({ challenge, solution, deriveKey, ...secrets() });
  if (outcome.invalidSignature !== false) return null;
  const issuedAt = new Date(challenge.parameters.data.issuedAt);
  return { signature: challenge.signature, issuedAt, solved: outcome.verified };
}

function parsed<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
