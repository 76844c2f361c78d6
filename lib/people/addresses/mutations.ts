import type { Transaction } from "#lib/platform/db";
import { newToken, tokenHash } from "#lib/platform/tokens";

/** Keeps a proposed address. @param personId who proposes it @returns the token that confirms it, to be sent there and nowhere else */
export async function keepProposal(tx: Transaction, personId: string, email: string, at: Date): Promise<string> {
  const token = newToken();
  await tx.addressChange.create({ data: { tokenHash: tokenHash(token), personId, email, createdAt: at } });
  return token;
}
