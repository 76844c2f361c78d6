import { letterAnchor } from "#components/glossary/letters";
import { Prose } from "#components/ui/prose";
import { confidenceLabels } from "#lib/editorial/labels";
import type { TermEntry } from "#lib/glossary/schema";
import { french } from "#lib/platform/text";

/** Signs of Markdown: the plain sentence that most definitions are needs no tree of its own. */
const MARKUP = /[*_`[\]<>#|]|\n/;

const heading = "border-line border-b bg-paper py-1 font-display text-heading text-need";

/** A term: its other names, what it means, and its source when it is not the usual one. */
function Term({ term, usualSource }: { term: TermEntry; usualSource: string }) {
  const { slug, name, aliases, definition, source, confidence } = term;
  return (
    <>
      <dt id={slug} className="mt-5 rounded font-bold text-lg target:bg-need-soft">
        {french(name)}
      </dt>
      <dd className="max-w-prose">
        {MARKUP.test(definition) ? <Prose markdown={definition} /> : french(definition)}
        {(aliases.length > 0 || source !== usualSource) && (
          <small className="block text-muted text-sm">
            {aliases.length > 0 && french(`On trouve aussi : ${aliases.join(", ")}. `)}
            {source !== usualSource && `${confidenceLabels[confidence]}. ${french(`Source : ${source}`)}`}
          </small>
        )}
      </dd>
    </>
  );
}

type Props = { letters: readonly [letter: string, terms: TermEntry[]][]; usualSource: string };

/** Every term under its letter. @param usualSource the source that most terms share, told once elsewhere */
export function TermList({ letters, usualSource }: Props) {
  return letters.map(([letter, terms]) => (
    <section key={letter} className="pt-6">
      <h2 id={letterAnchor(letter)} className={heading}>
        {letter}
      </h2>
      <dl>
        {terms.map((term) => (
          <Term key={term.slug} term={term} usualSource={usualSource} />
        ))}
      </dl>
    </section>
  ));
}
