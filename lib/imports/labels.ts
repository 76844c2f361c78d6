import { MOST_LINES, type ReportLine, type TableRefusal } from "#lib/imports/schema";
import type { ImportState, LineOutcome } from "#prisma/enums";

const limit = new Intl.NumberFormat("fr-FR").format(MOST_LINES);

export const outcomeLabels = {
  make: "Nouvelles",
  change: "Modifiées",
  same: "Inchangées",
  refused: "Refusées",
} satisfies Record<LineOutcome, string>;

/** One line of a report. */
export const lineLabels = {
  make: "Nouvelle",
  change: "Modifiée",
  same: "Inchangée",
  refused: "Refusée",
} satisfies Record<LineOutcome, string>;

export const importStateLabels = {
  mapping: "Colonnes à choisir",
  checking: "Vérification en cours",
  checked: "Vérifié, rien n’est encore écrit",
  running: "Import en cours",
  done: "Importé",
  undoing: "Annulation en cours",
  undone: "Défait",
} satisfies Record<ImportState, string>;

export const tableRefusals = {
  empty: "Ce tableau n’a aucune ligne sous celle des titres.",
  long: `Ce tableau a plus de ${limit} lignes\u00A0: coupez-le en plusieurs.`,
  quote: "Un guillemet ouvre une cellule et ne la ferme jamais\u00A0: enregistrez de nouveau le fichier en CSV.",
  narrow:
    "Ce tableau n’a qu’une colonne\u00A0: il en faut au moins deux, séparées par des points-virgules, des virgules ou des tabulations.",
} satisfies Record<TableRefusal, string>;

export const importRefusals = {
  moved: "Cet import a changé entre-temps\u00A0: rechargez la page.",
} as const;

export const KEY_LABEL = "Identifiant";
export const KEY_HINT =
  "Ce qui distingue un document d’un autre dans votre fichier\u00A0: une cote, un numéro, à défaut son adresse. Le même identifiant revient au même document, quel que soit le fichier.";

export const faultWords = {
  account:
    "Le compte qui a demandé cet import ne peut plus écrire\u00A0: rien d’autre n’est fait. Une autre personne peut le reprendre.",
  incident: "Un incident a interrompu le travail. Ce qui était fait l’est\u00A0: demandez de nouveau, le reste suivra.",
} as const;

export const lineFaults = {
  key: "L’identifiant manque.",
  longKey: "L’identifiant dépasse 200 caractères.",
  title: "Le titre manque.",
  wide: "Cette ligne a plus de cellules que celle des titres.",
  trashed: "Cette ressource est dans la corbeille\u00A0: reprenez-la d’abord, ou supprimez-la pour de bon.",
  stale: "Quelqu’un l’a enregistrée pendant l’import\u00A0: relancez la vérification.",
} as const;

export const repeatedKey = (line: number): string => `Le même identifiant est déjà à la ligne ${line}.`;

export const mappingFaults = {
  key: "Choisissez la colonne de l’identifiant.",
  nothing: "Choisissez au moins une colonne à reprendre.",
} as const;

/** What stands for the name of a file where there is none. */
export const PASTED = "Tableau collé";

/** What became of a line once it was undone, or could not be. */
export function fateOf({ acted, undone, outcome }: Pick<ReportLine, "acted" | "undone" | "outcome">): string {
  if (undone !== null) return undone ? "Défait" : "Laissée\u00A0: quelqu’un l’a modifiée ou publiée depuis";
  return acted && outcome !== "refused" && outcome !== "same" ? "Fait" : "";
}

/** The report of an import, as the rows of a table. */
export const reportRows = (lines: readonly ReportLine[]): (string | number)[][] => [
  ["Ligne", KEY_LABEL, "Titre", "Résultat", "Détail", "Suite"],
  ...lines.map((line) => {
    const { number, key, title, outcome, words } = line;
    return [number, key, title, lineLabels[outcome], words, fateOf(line)];
  }),
];
