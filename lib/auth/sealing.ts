import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedKey } from "#lib/abuse/secret";

const ALGORITHM = "aes-256-gcm";
const SEALED = "sealed:";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const key = () => derivedKey("second factor");

/** @param owner without whom it cannot be opened: the seal of one account is worth nothing in another */
export function seal(secret: string, owner: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return SEALED + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What an earlier release kept unsealed is given as it is. @returns null when SESSION_SECRET is not the one that sealed it */
export function unseal(kept: string, owner: string): string | null {
  if (!kept.startsWith(SEALED)) return kept;
  const bytes = Buffer.from(kept.slice(SEALED.length), "base64url");
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv(ALGORITHM, key(), nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}
