import { Secret } from "otpauth";
import { keyed } from "#lib/abuse/secret";
import { shownCode } from "#lib/auth/recovery-codes";
import { RECOVERY_CODES } from "#lib/auth/rules";

const TOTP_BYTES = 20;
const CODE_BYTES = 10;

/** The session that sets a second factor up, and the last step of the former one: each setting-up has keys of its own. */
export type Enrolling = { sessionKey: string; lastStep: number | null };

const drawn = (purpose: string, { sessionKey, lastStep }: Enrolling, bytes: number) => {
  const made = keyed(purpose, `${sessionKey} ${lastStep ?? ""}`).subarray(0, bytes);
  return new Secret({ buffer: Uint8Array.from(made).buffer }).base32;
};

/** The same each time the page is drawn, and kept nowhere until its first code is given. Base32. */
export const offeredSecret = (enrolling: Enrolling): string => drawn("offered second factor", enrolling, TOTP_BYTES);

export const offeredCodes = (enrolling: Enrolling): string[] =>
  Array.from({ length: RECOVERY_CODES }, (_, rank) =>
    shownCode(drawn(`offered recovery code ${rank}`, enrolling, CODE_BYTES)),
  );
