import { Fragment } from "react";
import { letterAnchor } from "#components/glossary/letters";
import { Prose } from "#components/ui/prose";
import type { TermEntry } from "#lib/glossary/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { confidenceLabels } from "#lib/publication/labels";

/** Signs of Markdown: the plain sentence that most definitions are needs no tree of its own. */
const MARKUP = /[*_`[\]<>#|]|\n/;

/** Said once, for a hundred terms that would each repeat it. */
const look = [
  "[&>h2]:mt-8 [&>h2]:border-line [&>h2]:border-b [&>h2]:bg-paper [&>h2]:py-1 [&>h2]:font-display [&>h2]:text-heading [&>h2]:text-need",
  "[&>dl]:gap-12 lg:[&>dl]:columns-2",
  "[&_dt]:break-after-avoid [&_dt]:rounded [&_dt]:pt-5 [&_dt]:font-bold [&_dt]:text-lg [&_dt]:target:bg-need-soft",
  "[&_dd]:max-w-prose [&_dd]:break-inside-avoid",
].join(" ");

/** Without the marks of plural: « alliances » teaches nothing to who reads « alliance ». */
const singular = (words: string) => words.toLocaleLowerCase("fr").replace(/(?<=\p{L}{3})[sx](?!\p{L})/gu, "");

/** The names of a term that its own and its definition do not already say. */
export function otherNames({ name, aliases, definition }: TermEntry): string[] {
  const known = new Set<string>();
  return aliases.filter((alias) => {
    const form = singular(alias);
    if (form.includes(singular(name)) || singular(definition).includes(form) || known.has(form)) return false;
    known.add(form);
    return true;
  });
}

export function OtherNames({ term }: { term: TermEntry }) {
  const names = otherNames(term);
  return names.length > 0 && french(` On lit aussi : ${names.join(", ")}.`);
}

function Term({ term, usualSource }: { term: TermEntry; usualSource: string }) {
  const { slug, name, definition, source, confidence } = term;
  return (
    <>
      <dt id={slug}>
        <a href={paths.termPage(slug)}>{french(name)}</a>
      </dt>
      <dd>
        {MARKUP.test(definition) ? <Prose markdown={definition} /> : french(definition)}
        <OtherNames term={term} />
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
  return (
    <div className={look}>
      {letters.map(([letter, terms]) => (
        <Fragment key={letter}>
          <h2 id={letterAnchor(letter)}>{letter}</h2>
          <dl>
            {terms.map((term) => (
              <Term key={term.slug} term={term} usualSource={usualSource} />
            ))}
          </dl>
        </Fragment>
      ))}
    </div>
  );
}
