import type { Check, Finding } from "#lib/editorial/schema";
import { counted, quoted } from "#lib/platform/text";

const SEARCH_CUT = "il se lit mal dans les listes, et les moteurs de recherche le coupent";

/** What is wrong, and what to do about it. */
export const findingWords = {
  alternative: (words) =>
    `Une image${words && ` (${quoted(words)})`} ne s’affiche pas dans un texte, et rien ne la remplace\u00A0: écrivez ce qu’elle montre, ou joignez-la comme fichier.`,
  "heading-jump": (words) =>
    `Le titre ${quoted(words)} saute un niveau\u00A0: remontez-le, ou écrivez le titre qui manque au-dessus.`,
  "heading-lost": (words) =>
    `Le titre ${quoted(words)} n’en sera pas un pour les lecteurs\u00A0: ceux d’un texte vont du niveau 2 (##) au niveau 4 (####).`,
  "link-words": (words) =>
    words
      ? `Le lien ${quoted(words)} ne dit pas où il mène\u00A0: donnez-lui le nom de la page.`
      : "Un lien n’a pas de mots\u00A0: donnez-lui le nom de la page où il mène.",
  "bare-address": (words) =>
    `L’adresse ${quoted(words)} est montrée telle quelle\u00A0: donnez au lien le nom de la page.`,
  "dead-link": (words) => `Le lien vers ${quoted(words)} ne s’ouvre plus\u00A0: remplacez-le.`,
  "lost-page": (words) => `L’adresse ${quoted(words)} ne mène à aucune page en ligne de ce portail.`,
  "lost-reference": (words) =>
    `Le chiffre ou le terme ${quoted(words)} n’est pas publié\u00A0: remplacez-le, ou écrivez sans lui.`,
  document: (words) =>
    `Le lien ${quoted(words)} mène à un fichier sans dire son format et son poids\u00A0: ajoutez-les, par exemple (PDF, 2,4\u00A0Mo).`,
  table: (_words) => "Un tableau a des colonnes sans titre\u00A0: remplissez toute sa première ligne.",
  transcript: (_words) =>
    "Cette vidéo n’a pas de transcription\u00A0: qui ne peut pas l’écouter n’en saura rien. Collez-la, ou collez ses sous-titres.",
  acronym: (words) =>
    `Le sigle ${quoted(words)} n’est expliqué ni dans cette fiche ni au glossaire\u00A0: écrivez-le en entier la première fois, ou ajoutez-le au glossaire.`,
  figure: (words) => `Le chiffre ${quoted(words)} n’a pas de source\u00A0: dites d’où il vient, ou liez-le à l’étude.`,
  title: (words) => `Ce titre est long de ${words} caractères\u00A0: ${SEARCH_CUT}.`,
} satisfies Record<Check, (words: string) => string>;

/** A term of the glossary of which an acronym may be the initials. */
export const proposalWords = (term: string): string => ` Voulez-vous dire ${quoted(term)}\u202F?`;

export const placeWords = ({ line, message }: Finding): string =>
  line === null ? message : `Ligne ${line}\u00A0: ${message}`;

export const countWords = (all: number, harmful: number): string => {
  if (all === 0) return "";
  const points = counted(all, "point à relire", "points à relire");
  return harmful === 0
    ? `${points}.`
    : `${points}, dont ${counted(harmful, "gêne des lecteurs", "gênent des lecteurs")}.`;
};

/** Why nothing is published: what is in the way, and how to go on. */
export const harmWords = (messages: readonly string[]): string =>
  [
    `Rien n’est publié pour le moment\u00A0: ${counted(messages.length, "point empêche", "points empêchent")} des lecteurs de lire. Corrigez, ou dites pourquoi publier quand même\u00A0: le journal le gardera.`,
    ...messages,
  ].join(" ");
