import { writeLinks } from "#lib/people/links/mutations";
import type { NewGrant } from "#lib/people/links/schema";
import { db } from "#lib/platform/db";
import { newToken } from "#lib/platform/tokens";
import { AT } from "#tests/support/clock";

/** A link to someone's registrations. @returns its token */
async function link(opens: { emailKey?: string; grants?: NewGrant[] }): Promise<string> {
  const token = newToken();
  await writeLinks(db, [{ token, grants: [], ...opens }], AT);
  return token;
}

/** What is sent to an address and nowhere else. */
export const mailboxLink = (emailKey: string) => link({ emailKey });

/** What opens one registration. */
export const grantedLink = (registrationId: string, scope: NewGrant["scope"], shownRank?: number | null) =>
  link({ grants: [{ registrationId, scope, ...(shownRank !== undefined && { shownRank }) }] });
