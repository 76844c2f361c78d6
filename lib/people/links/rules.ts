import type { LinkFactory, NewGrant, PersonalLink, Powers, Shown } from "#lib/people/links/schema";
import type { Prisma } from "#prisma/client";
import type { GrantScope } from "#prisma/enums";

/**
 * Owner or receipt is decided here and nowhere else. Both are given on a screen and look the same: whoever just
 * registered has power over the seat at once, whoever typed an address already registered may only ask its owner.
 */

/** Stand where the tokens of personal links would: they open nothing. */
export const SAMPLE_LINKS: LinkFactory = { personal: () => "exemple", single: () => "exemple" };

/** Scopes of the links that show a personal page; the others serve for one thing only. */
const OPENS_A_PAGE: readonly GrantScope[] = ["owner", "receipt"];

/** What a form opens once it is answered. @param shownRank what a newcomer is, or would have been, given */
export const screenGrant = (registrationId: string, isNew: boolean, shownRank: number | null): NewGrant => ({
  registrationId,
  scope: isNew ? "owner" : "receipt",
  shownRank,
  showsGiven: true,
});

const idsWith = ({ grants }: PersonalLink, scopes: readonly GrantScope[]): string[] =>
  grants.filter(({ scope }) => scopes.includes(scope)).map(({ registrationId }) => registrationId);

/** Which registrations a link shows: those it names, or everything of its person. */
export const visibleThrough = (link: PersonalLink): Prisma.RegistrationWhereInput =>
  link.personId === null ? { id: { in: idsWith(link, OPENS_A_PAGE) } } : { personId: link.personId };

/** Which registrations have their room behind a link: its own when it serves for the room only, else those that it shows. */
export function joinableThrough(link: PersonalLink): Prisma.RegistrationWhereInput {
  const joins = idsWith(link, ["join"]);
  return joins.length ? { id: { in: joins } } : visibleThrough(link);
}

/** The registration whose survey a link answers. @returns null when it serves for something else */
export const surveyedThrough = (link: PersonalLink): string | null => idsWith(link, ["survey"])[0] ?? null;

const shownBy = ({ cancelRequestedAt, shownRank }: PersonalLink["grants"][number]): Shown => ({
  status: cancelRequestedAt ? "cancelled" : shownRank === null ? "confirmed" : "waiting",
  cancelRequestedAt,
});

/** What a link may show and do. @param registrationId the registration that is looked at through it */
export function powersOf(link: PersonalLink, registrationId?: string): Powers {
  const grant = link.grants.find((one) => one.registrationId === registrationId);
  const isReceipt = grant?.scope === "receipt";
  return {
    verifiedPersonId: link.personId,
    opensPage: link.personId !== null || (grant !== undefined && OPENS_A_PAGE.includes(grant.scope)),
    acts: !isReceipt && (link.personId !== null || grant?.scope === "owner"),
    shown: grant && (isReceipt || grant.showsGiven) ? shownBy(grant) : null,
  };
}
