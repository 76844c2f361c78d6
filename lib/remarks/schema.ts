import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import { firstOfRepeated, optionalText } from "#lib/forms/fields";
import { doubted, optionalEmail, sureAddress } from "#lib/people/addresses/schema";
import { RemarkVerdict } from "#prisma/enums";

const TEXT_LENGTH = 1000;
const PATH_LENGTH = 300;

/** Whatever it is, it is never a mistake to correct: a page that is none is no page. */
const typedPage = z.preprocess(firstOfRepeated, z.string().max(PATH_LENGTH)).optional().catch(undefined);

export const remarkQuery = z.object({ page: typedPage, merci: typedPage });

export const remarkForm = z
  .object({
    page: typedPage,
    verdict: z.enum(RemarkVerdict, "Choisissez une réponse."),
    text: optionalText(TEXT_LENGTH),
    email: optionalEmail,
    doubted,
    ...proofFields,
  })
  .refine(({ verdict, text }) => verdict !== "fault" || text !== null, {
    path: ["text"],
    error: "Dites en une phrase ce qui ne va pas.",
  })
  .refine(...sureAddress);

export type NewRemark = {
  /** Of a page that the portal has. */
  page: string | null;
  verdict: RemarkVerdict;
  text: string | null;
  email: string | null;
};

export const remarkTarget = z.object({ id: z.uuid("Cette remarque n’existe plus.") });

export type ListedRemark = NewRemark & {
  id: string;
  createdAt: Date;
  /** Null while it waits; `who` once an account is deleted. */
  handled: { at: Date; who: string | null } | null;
};

export type PageVerdicts = { page: string | null } & Record<RemarkVerdict, number>;
