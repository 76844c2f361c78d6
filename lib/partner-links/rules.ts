import { slugify } from "#lib/platform/text";

/** What says which partner's link was followed: a parameter of the page of a session, then a field of its form. */
export const PARTNER_LINK = "partenaire";

export const CODE_LENGTH = 60;

/** The address that a partner passes on. @param webinarPath of the session, without a query */
export const partnerLinkPath = (webinarPath: string, code: string): string => `${webinarPath}?${PARTNER_LINK}=${code}`;

/** The code that the name of a partner gives; empty when the name has no letter and no digit. */
export const codeFrom = (partner: string): string => slugify(partner).slice(0, CODE_LENGTH).replace(/-$/, "");

/**
 * Whether a link has brought everybody whom it may. A quota lowered afterwards evicts nobody.
 * @param quota how many may hold a registration through it; null means no limit
 * @param holders how many do
 */
export const isUsedUp = (quota: number | null, holders: number): boolean => quota !== null && holders >= quota;
