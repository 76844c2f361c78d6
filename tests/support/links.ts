import { writeLinks } from "#lib/people/links/mutations";
import type { NewGrant } from "#lib/people/links/schema";
import { db } from "#lib/platform/db";
import { newToken } from "#lib/platform/tokens";
import { AT } from "#tests/support/clock";
import { makePerson } from "#tests/support/factories";

/** A link to someone's registrations. @returns its token */
async function link(opens: { personId?: string; grants?: NewGrant[] }): Promise<string> {
  const token = newToken();
  await writeLinks(db, [{ token, grants: [], ...opens }], AT);
  return token;
}

/** What is sent to an address and nowhere else. */
export const mailboxLink = async (email: string) => link({ personId: await makePerson(email) });

/** What opens one registration. */
export const grantedLink = (registrationId: string, scope: NewGrant["scope"], shownRank?: number | null) =>
  link({ grants: [{ registrationId, scope, ...(shownRank !== undefined && { shownRank }) }] });
