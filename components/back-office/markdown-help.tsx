const examples = [
  { written: "Un paragraphe.\n\nUn autre, après une ligne vide.", means: "Deux paragraphes" },
  { written: "## Un sous-titre", means: "Un sous-titre" },
  { written: "**important**", means: "Du gras" },
  { written: "*nuance*", means: "De l’italique" },
  { written: "- premier point\n- second point", means: "Une liste" },
  { written: "1. d’abord\n2. ensuite", means: "Une liste numérotée" },
  { written: "[le nom de la page](https://exemple.fr)", means: "Un lien" },
  { written: "> Une citation", means: "Une citation" },
];

/** How texts are laid out, for people who never wrote Markdown. */
export function MarkdownHelp() {
  return (
    <details className="rounded-lg border border-line bg-paper px-4">
      <summary className="flex min-h-11 items-center font-semibold">
        Comment mettre en forme un texte{"\u202F"}?
      </summary>
      <dl className="grid gap-x-6 gap-y-2 pb-4 sm:grid-cols-[1fr_max-content]">
        {examples.map(({ written, means }) => (
          <div key={means} className="contents">
            <dd className="min-w-0">
              <code className="block whitespace-pre-wrap rounded bg-sunken px-2 py-1 text-sm">{written}</code>
            </dd>
            <dt>{means}</dt>
          </div>
        ))}
      </dl>
    </details>
  );
}
