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
  "[&>ul]:gap-12 lg:[&>ul]:columns-2",
  "[&_li]:max-w-prose [&_li]:break-inside-avoid [&_li]:rounded [&_li]:pt-5 [&_li]:target:bg-need-soft",
  "[&_li>a:first-child]:table [&_li>a:first-child]:font-bold [&_li>a:first-child]:text-ink [&_li>a:first-child]:text-lg",
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
    <li id={slug}>
      <a href={paths.glossary(slug)}>{french(name)}</a>{" "}
      {MARKUP.test(definition) ? <Prose markdown={definition} /> : french(definition)}
      <OtherNames term={term} />
      {source !== usualSource && (
        <small className="block text-muted text-sm">
          {confidenceLabels[confidence]}. {french(`Source : ${source}`)}
        </small>
      )}
    </li>
  );
}

type Props = { letters: readonly [letter: string, terms: TermEntry[]][]; usualSource: string };

export function TermList({ letters, usualSource }: Props) {
  return (
    <div className={look}>
      {letters.map(([letter, terms]) => (
        <Fragment key={letter}>
          <h2 id={letterAnchor(letter)}>{letter}</h2>
          <ul>
            {terms.map((term) => (
              <Term key={term.slug} term={term} usualSource={usualSource} />
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}
