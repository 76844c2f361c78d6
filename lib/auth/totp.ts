import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
const CODE = /^\d{6}$/;

/** @throws Error when the text is not base32 */
const generator = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS });

/** What a phone reads. @param secret base32 */
export const totpUri = (secret: string, account: { issuer: string; label: string }): string =>
  new TOTP({
    ...account,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
  }).toString();

/** Whether a text can be a key: base32, at least 128 bits (RFC 4226 §4). */
export function isTotpSecret(text: string): boolean {
  try {
    return Secret.fromBase32(text).bytes.length >= 16;
  } catch {
    return false;
  }
}

/** One step of drift is accepted on each side (RFC 6238 §5.2); null when the code is wrong. */
export function acceptedStep(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/\s/g, "");
  if (!CODE.test(token)) return null;
  const delta = generator(secret).validate({ token, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
