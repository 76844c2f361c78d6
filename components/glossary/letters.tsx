import { Fragment } from "react";
import type { TermEntry } from "#lib/glossary/schema";

/** The letter under which a term is filed: Évaluation stands under E. */
const letterOf = ({ name }: TermEntry): string => name.normalize("NFD").charAt(0).toLocaleUpperCase("fr");

export const letterAnchor = (letter: string): string => `lettre-${letter.toLowerCase()}`;

/** The terms by first letter, in the order in which they come. */
export const byLetter = (terms: readonly TermEntry[]): [letter: string, terms: TermEntry[]][] => [
  ...Map.groupBy(terms, letterOf),
];

export function Alphabet({ letters }: { letters: readonly string[] }) {
  return (
    <nav aria-label="Lettres du glossaire" className="no-print pt-8">
      <p className="flex flex-wrap gap-1 [&_a]:inline-flex [&_a]:size-11 [&_a]:items-center [&_a]:justify-center [&_a]:rounded-lg [&_a]:border [&_a]:border-line [&_a]:bg-surface [&_a]:font-display [&_a]:text-lg [&_a]:no-underline [&_a]:hover:border-brand">
        {letters.map((letter) => (
          <Fragment key={letter}>
            <a href={`#${letterAnchor(letter)}`}>{letter}</a>{" "}
          </Fragment>
        ))}
      </p>
    </nav>
  );
}
