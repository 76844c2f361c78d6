import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import { firstOfRepeated } from "#lib/forms/fields";
import { doubted, emailAddress, sureAddress } from "#lib/people/addresses/schema";
import { searchWords } from "#lib/search/schema";

export const MOST_PAGES = 20;

/** A page as the address of a dossier spells it: « ressources.un-guide » is /ressources/un-guide. */
const NAME = /^[a-z0-9-]{1,120}(?:\.[a-z0-9-]{1,120})?$/;
const FAR_TOO_MANY = 200;

const namesIn = (values: readonly unknown[]): string[] =>
  [...new Set(values.slice(0, FAR_TOO_MANY))].filter(
    (value): value is string => typeof value === "string" && NAME.test(value),
  );

const names = z
  .unknown()
  .optional()
  .transform((value) => namesIn([value].flat()).slice(0, MOST_PAGES));

const LONGEST_ADDRESS = 8_000;

/** The names that the address of another dossier holds, whatever was pasted. */
function namesOf(address: string): string[] {
  const query = address.slice(0, LONGEST_ADDRESS).split("?")[1] ?? "";
  return namesIn(new URLSearchParams(query.split("#")[0]).getAll("contenu"));
}

const spelled = (held: readonly string[]) =>
  held.length ? `?${new URLSearchParams(held.map((name) => ["contenu", name]))}` : "";

/** A dossier, read from its address: `avec` is that of another one, which joins it, `ajout` what was just chosen. */
export const dossierQuery = z.object({
  contenu: names,
  avec: z
    .preprocess(firstOfRepeated, z.string())
    .catch("")
    // Read again, what is read is the same: the page is kept under it.
    .transform((address) => spelled(namesOf(address).slice(0, MOST_PAGES))),
  ajout: names,
  q: searchWords,
  envoye: z.preprocess(firstOfRepeated, z.literal("oui").optional()).catch(undefined),
});
export type DossierQuery = z.output<typeof dossierQuery>;

/** The paths that a dossier holds, each once, as many as it can. */
export const pagesOf = ({ contenu, avec, ajout }: Pick<DossierQuery, "contenu" | "avec" | "ajout">): string[] =>
  [...new Set([...contenu, ...namesOf(avec), ...ajout])]
    .slice(0, MOST_PAGES)
    .map((name) => `/${name.replace(".", "/")}`);

export const dossierMail = z
  .object({ email: emailAddress, doubted, contenu: names, ...proofFields })
  .refine(...sureAddress);
export type DossierMail = z.output<typeof dossierMail>;
