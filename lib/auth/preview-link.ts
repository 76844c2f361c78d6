import { timingSafeEqual } from "node:crypto";
import { keyed } from "#lib/abuse/secret";
import { accountOf, asEditor, type Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { spelledBytes } from "#lib/platform/tokens";

const DAY_MS = 24 * 60 * 60_000;
const LIFE_MS = 7 * DAY_MS;
const SIGNATURE_BYTES = 32;
const MOST_LETTERS = 400;

type Item = { noun: string; id: string };
export type PreviewLink = Item & { editor: Editor; until: Date };

const signature = (signed: string) => keyed("preview link", signed);

/** A link that shows what is being written of an item to whoever holds it, for seven days, while an account may edit. */
export function issuePreviewLink(
  { userId }: Pick<Editor, "userId">,
  { noun, id }: Item,
  at: Date,
): { token: string; until: Date } {
  const until = new Date(at.getTime() + LIFE_MS);
  const signed = `${noun} ${id} ${userId} ${until.getTime()}`;
  return { token: Buffer.concat([signature(signed), Buffer.from(signed)]).toString("base64url"), until };
}

/** Null when it is not ours, is past, or when the account that it was made for may not edit any more. */
export async function readPreviewLink(token: string, at: Date): Promise<PreviewLink | null> {
  const bytes = token.length <= MOST_LETTERS ? spelledBytes(token) : null;
  if (!bytes || bytes.length <= SIGNATURE_BYTES) return null;
  const signed = bytes.subarray(SIGNATURE_BYTES).toString();
  if (!timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), signature(signed))) return null;
  const [noun = "", id = "", userId = "", instant] = signed.split(" ");
  const until = new Date(Number(instant));
  if (until <= at) return null;
  const user = await db.user.findUnique({ where: { id: userId, disabledAt: null } });
  const editor = user && asEditor(accountOf({ userId, name: user.name, role: user.role }));
  return editor && { noun, id, until, editor };
}
