import { z } from "zod";
import { requiredText } from "#lib/forms/fields";
import { isHost, LONG_HOST } from "#lib/forms/hosts";
import { likelyAddress } from "#lib/people/addresses/rules";

/** RFC 5321 §4.5.3.1.3, without the angle brackets. */
const EMAIL_LENGTH = 254;

/** Letters of any alphabet (RFC 6531); no quoted local part, no bare host. */
const EMAIL =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu;

const INCOMPLETE = "Cette adresse ne semble pas complète. Elle s’écrit sous la forme prenom.nom@exemple.fr.";

/** The sentence that proposes the address that was probably meant; undefined when there is none. */
function proposal(email: unknown): string | undefined {
  const meant = typeof email === "string" ? likelyAddress(email) : null;
  return meant === null || !EMAIL.test(meant) ? undefined : `Vouliez-vous dire ${meant}\u202F?`;
}

/** The same about an address that is well written; what is not is a fault of its own. */
const doubtOf = (email: unknown): string | undefined =>
  typeof email === "string" && EMAIL.test(email) ? proposal(email) : undefined;

/** An address as somebody types it. NFKC comes before the check, so that look-alike characters are judged for what they become. */
export const emailAddress = z.preprocess(
  (value) => (typeof value === "string" ? value.normalize("NFKC").trim() : value),
  requiredText("Indiquez votre adresse électronique.", EMAIL_LENGTH).pipe(
    z
      .string()
      .regex(EMAIL, { error: ({ input }) => proposal(input) ?? INCOMPLETE, abort: true })
      .refine((email) => isHost(email.split("@").at(-1) ?? ""), LONG_HOST),
  ),
);

/** An address that may be left out: null. */
export const optionalEmail = z.preprocess(
  (value) => (typeof value === "string" && value.trim() ? value : null),
  emailAddress.nullable(),
);

/** A form with an address, and the one that was doubted last time: sent again, it is right. */
export const doubted = z.string().optional();

const isSure = ({ email, doubted }: { email: string | null; doubted?: string | undefined }): boolean =>
  !doubtOf(email) || doubted?.trim() === email;

type Refinement = Exclude<Parameters<z.ZodString["refine"]>[1], string | undefined>;

const DOUBT: Refinement = {
  path: ["email"],
  error: ({ input }) =>
    `${doubtOf((input as { email: unknown }).email)} Corrigez, ou envoyez de nouveau si l’adresse est juste.`,
  // Said with the other faults, not after them.
  when: ({ value }) => typeof (value as { email?: unknown }).email === "string",
};
export const sureAddress = [isSure, DOUBT] as const;
