import { Parser } from "htmlparser2";

const INVALID = "data-invalid";
const FOLD = "<details";

type Fold = { at: number; isOpen: boolean };

/** Where « open » is missing, in the order of the page: in each fold around what is wrong. Null where no form came back. */
function closedFolds(html: string): readonly number[] | null {
  const around: Fold[] = [];
  const closed = new Set<number>();
  let isBack = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "details") around.push({ at: parser.startIndex + FOLD.length, isOpen: "open" in attributes });
      isBack ||= INVALID in attributes;
      if (!(INVALID in attributes || attributes["aria-invalid"] === "true")) return;
      for (const { at, isOpen } of around) if (!isOpen) closed.add(at);
    },
    onclosetag(name) {
      if (name === "details") around.pop();
    },
  });
  parser.end(html);
  return isBack ? [...closed] : null;
}

/** A page whose form comes back says so first in the title, which is read before anything else, and folds no fault. */
export function tellFaults(html: string): string {
  const folds = html.includes(INVALID) ? closedFolds(html) : null;
  if (!folds) return html;
  const ends = [...folds, html.length];
  const opened = ends.map((end, rank) => html.slice(folds[rank - 1] ?? 0, end)).join(' open=""');
  return opened.replace(/<title>(?!Erreur)/, "<title>Erreur\u00A0: ");
}
