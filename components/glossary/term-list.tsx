import { Fragment } from "react";
import { letterAnchor } from "#components/glossary/letters";
import { Prose } from "#components/ui/prose";
import type { TermEntry } from "#lib/glossary/schema";
import { french } from "#lib/platform/text";
import { confidenceLabels } from "#lib/publication/labels";

/** Signs of Markdown: the plain sentence that most definitions are needs no tree of its own. */
const MARKUP = /[*_`[\]<>#|]|\n/;

const heading = "mt-8 border-line border-b bg-paper py-1 font-display text-heading text-need";

/** Without the marks of plural: « alliances » teaches nothing to who reads « alliance ». */
const singular = (words: string) => words.toLocaleLowerCase("fr").replace(/(?<=\p{L}{3})[sx](?!\p{L})/gu, "");

/** The names of a term that its own and its definition do not already say. */
function otherNames({ name, aliases, definition }: TermEntry): string[] {
  const known = new Set<string>();
  return aliases.filter((alias) => {
    const form = singular(alias);
    if (form.includes(singular(name)) || singular(definition).includes(form) || known.has(form)) return false;
    known.add(form);
    return true;
  });
}

function Term({ term, usualSource }: { term: TermEntry; usualSource: string }) {
  const { slug, name, definition, source, confidence } = term;
  const names = otherNames(term);
  return (
    <>
      <dt id={slug} className="break-after-avoid rounded pt-5 font-bold text-lg target:bg-need-soft">
        {french(name)}
      </dt>
      <dd className="max-w-prose break-inside-avoid">
        {MARKUP.test(definition) ? <Prose markdown={definition} /> : french(definition)}
        {names.length > 0 && french(` On lit aussi : ${names.join(", ")}.`)}
        {source !== usualSource && (
          <small className="block text-muted text-sm">
            {confidenceLabels[confidence]}. {french(`Source : ${source}`)}
          </small>
        )}
      </dd>
    </>
  );
}

type Props = { letters: readonly [letter: string, terms: TermEntry[]][]; usualSource: string };

export function TermList({ letters, usualSource }: Props) {
  return letters.map(([letter, terms]) => (
    <Fragment key={letter}>
      <h2 id={letterAnchor(letter)} className={heading}>
        {letter}
      </h2>
      <dl className="gap-12 lg:columns-2">
        {terms.map((term) => (
          <Term key={term.slug} term={term} usualSource={usualSource} />
        ))}
      </dl>
    </Fragment>
  ));
}
