import { z } from "zod";
import { firstOfRepeated, optionalNumber, requiredLine } from "#lib/forms/fields";
import { PARTNER_LINK_GONE } from "#lib/partner-links/labels";
import { CODE_LENGTH, codeFrom, PARTNER_LINK } from "#lib/partner-links/rules";

const PARTNER_LENGTH = 120;
const LARGEST_QUOTA = 100_000;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Of ASCII alone: the Kelvin sign becomes a « k » in lower case. */
const ANY_CASE = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;
const CODE_WORDS = `Un code s’écrit avec des lettres sans accent, des chiffres et des traits d’union, ${CODE_LENGTH} au plus.`;

export type FollowedPartnerLink = {
  partner: string;
  code: string;
  /** How many may hold a registration through it; null means no limit. */
  quota: number | null;
  usedUp: boolean;
};

export type PartnerLink = {
  id: string;
  partner: string;
  code: string;
  quota: number | null;
  /** The centre whose partners are told how many it brought. */
  centreId: string | null;
  holders: number;
  present: number;
};

/** The code that an address or a form says, in any case; whatever cannot be one is dropped, and is nobody's mistake. */
export const followedCode = z
  .preprocess(firstOfRepeated, z.string().trim().max(CODE_LENGTH).regex(ANY_CASE).toLowerCase())
  .optional()
  .catch(undefined);

/** What the address of a session says of the partner who passed it on. */
export const partnerQuery = z.object({ [PARTNER_LINK]: followedCode });

const webinarId = z.uuid("Cette séance n’existe plus.");
const id = z.uuid(PARTNER_LINK_GONE);
const terms = {
  partner: requiredLine("Indiquez le nom du partenaire.", PARTNER_LENGTH),
  centreId: z
    .union([z.literal(""), z.uuid()], "Ce centre n’existe plus\u00A0: rechargez la page.")
    .default("")
    .transform((id) => id || null),
  quota: optionalNumber("Indiquez un nombre d’inscriptions, à partir de 1, ou laissez vide.", 1, LARGEST_QUOTA),
};

/** The form of a new link. Without a code, the name of the partner gives one. */
export const newPartnerLink = z
  .object({
    webinarId,
    ...terms,
    code: z
      .string()
      .default("")
      .transform((typed) => typed.trim().toLowerCase())
      .refine((code) => code === "" || (code.length <= CODE_LENGTH && CODE.test(code)), CODE_WORDS),
  })
  .transform((typed) => ({ ...typed, code: typed.code || codeFrom(typed.partner) }))
  .refine(({ code }) => code !== "", {
    path: ["code"],
    error: "Ce nom n’a ni lettre ni chiffre\u00A0: indiquez un code.",
  });
export type NewPartnerLink = z.output<typeof newPartnerLink>;

/** The form that changes a link. Its code was passed on: it does not change. */
export const changedPartnerLink = z.object({ webinarId, id, ...terms });
export type ChangedPartnerLink = z.output<typeof changedPartnerLink>;

export const chosenPartnerLink = z.object({ webinarId, id });
