import { readFormToken } from "#lib/abuse/form-token";

const JUST_NOW_MS = 2 * 60_000;

/** Whether an address is that to which a sign-in has just led. */
export function hasJustSignedIn(proof: unknown, at: Date): boolean {
  const read = readFormToken(proof, at);
  return read !== null && at.getTime() - read.issuedAt.getTime() < JUST_NOW_MS;
}
