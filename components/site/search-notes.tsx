import { french, quoted } from "#lib/platform/text";
import type { Correction } from "#lib/search/schema";

type Props = { corrections: readonly Correction[]; unknown: readonly string[]; near?: boolean };

const listed = (words: readonly string[]) => words.map(quoted).join(", ");

/** What the search understood, when it is not what was typed. */
export function SearchNotes({ corrections, unknown, near = false }: Props) {
  if (corrections.length + unknown.length === 0 && !near) return null;
  return (
    <div className="mb-6 max-w-prose">
      {corrections.map(({ typed, meant }) => (
        <p key={typed}>
          Aucune page ne contient {french(quoted(typed))}. Vouliez-vous dire <strong>{french(meant)}</strong>
          {"\u202F"}? Voici ce que l’on trouve sous ce mot.
        </p>
      ))}
      {unknown.length > 0 && <p>{french(`Aucune page du portail ne parle de ${listed(unknown)}.`)}</p>}
      {near && <p>Aucune page ne dit tout cela à la fois. Voici celles qui en disent le plus.</p>}
    </div>
  );
}
