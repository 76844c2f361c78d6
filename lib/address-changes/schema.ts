import { linkSchema } from "#lib/enrolment/person/schema";
import { doubted, emailAddress, sureAddress } from "#lib/people/addresses/schema";

export const addressSchema = linkSchema.extend({ email: emailAddress, doubted }).refine(...sureAddress);

/** Why an address cannot be proposed. `same`: it is that of the person. `many`: several were proposed today. */
export type ProposalRefusal = "unknown" | "same" | "many";

/** Why an address is not replaced. `held`: the new one already has a registration at the same session. */
export type CorrectionRefusal = "unknown" | "held";
