import { z } from "zod";
import { CHALLENGE, FORM_TOKEN, HONEYPOT, SOLUTION } from "#lib/abuse/schema";

/** Whatever a robot makes of it, it is never a mistake to correct. */
const posted = z.union([z.string(), z.array(z.string())]).optional();

/** What <FormProof> posts, for the schema of a public form: `registrationSchema.extend(proofFields)`. */
export const proofFields = {
  [FORM_TOKEN]: posted.transform((value) => (typeof value === "string" ? value : undefined)),
  [HONEYPOT]: posted,
  [CHALLENGE]: posted,
  [SOLUTION]: posted,
};
