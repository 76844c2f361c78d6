import { InlineProse } from "#components/ui/prose";
import { noteId } from "#lib/glossary/context/rules";
import type { TermEntry } from "#lib/glossary/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

function Note({ term: { slug, name, definition } }: { term: TermEntry }) {
  return (
    <div id={noteId(slug)} popover="auto">
      <a href={paths.glossary(slug)}>{french(name)}</a>
      {"\u00A0: "}
      <InlineProse markdown={definition} />
    </div>
  );
}

/** What the marks of a page open; on paper, and where browsers know no popover, notes at its end. */
export function TermNotes({ terms }: { terms: readonly TermEntry[] }) {
  if (terms.length === 0) return null;
  return (
    <div className="term-notes">
      {terms.map((term) => (
        <Note key={term.slug} term={term} />
      ))}
    </div>
  );
}
