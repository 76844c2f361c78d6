import { counted } from "#lib/platform/text";
import type { Steps, StepsQuery } from "#lib/ties/steps/schema";

export const isNarrowed = ({ profil, phase }: StepsQuery): boolean => profil !== undefined || phase !== undefined;

export const documentsCounted = (total: number): string =>
  total === 0 ? "Aucun document" : counted(total, "document", "documents");

/** Once narrowed, the number of documents is what a screen reader says first. */
export const stepsTitle = (question: string, query: StepsQuery, { total, choices }: Steps): string => {
  if (!isNarrowed(query)) return question;
  const chosen = choices.flatMap(({ name, options }) =>
    options.flatMap(({ value, label }) => (value === query[name] ? label : [])),
  );
  return [documentsCounted(total), ...chosen, question].join(", ");
};
