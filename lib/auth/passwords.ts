import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { newToken } from "#lib/platform/tokens";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** The library's type is an enum that only exists for compilers. */
const ARGON2ID = 2 as Algorithm.Argon2id;

/** Each verification holds 19 MiB and a core: a flood must not take the pages with it, nor make anybody wait long. */
const AT_ONCE = 2;
const MAX_WAITING = 16;
let running = 0;
const waiting: (() => void)[] = [];

export class TooManyPasswords extends Error {
  override message = "too many passwords to check at once";
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new TooManyPasswords();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFKC"), { ...COST, algorithm: ARGON2ID }));

let nobody: Promise<string> | undefined;

/** Takes as long with nothing to compare with: the time of an answer must not tell which accounts exist. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const compared = kept ?? (await nobody);
  const right = await inTurn(() => verify(compared, password.normalize("NFKC")).catch(() => false));
  return kept !== null && right;
}
