import { counted } from "#lib/platform/text";

export type Tally = { new: number; changed: number; same: number };

/** What a passage found. @param left whether pages are left for the next one */
export function tallyWords(tally: Tally, left: boolean): string {
  const read = tally.new + tally.changed + tally.same;
  const rest = left ? " D’autres pages seront lues au prochain passage." : "";
  if (!read) return `Rien de nouveau.${rest}`;
  const news = [
    tally.new && counted(tally.new, "nouvelle", "nouvelles"),
    tally.changed && counted(tally.changed, "modifiée", "modifiées"),
  ].filter(Boolean);
  return `${counted(read, "page lue", "pages lues")}, ${news.length ? `dont ${news.join(" et ")}` : "aucune nouvelle"}.${rest}`;
}

export const BROKEN_OFF =
  "Un incident a interrompu le passage\u00A0: il reprendra au prochain, ou quand vous le demanderez.";

export const harvestStateLabels = {
  waiting: "Passage demandé",
  running: "Lecture en cours",
  done: "Lu",
  failed: "Non lu",
};
