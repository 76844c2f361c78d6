import { Fold } from "#components/ui/fold";

const examples = [
  { written: "Un paragraphe.\n\nUn autre, après une ligne vide.", means: "Deux paragraphes" },
  { written: "## Un sous-titre", means: "Un sous-titre" },
  { written: "**important**", means: "Du gras" },
  { written: "*nuance*", means: "De l’italique" },
  { written: "- premier point\n- second point", means: "Une liste" },
  { written: "1. d’abord\n2. ensuite", means: "Une liste numérotée" },
  { written: "[le nom de la page](https://exemple.fr)", means: "Un lien" },
  { written: "[](/observatoire#nom-du-chiffre)", means: "Un chiffre de l’observatoire, tel qu’il vaut aujourd’hui" },
  { written: "> Une citation", means: "Une citation" },
];

/** How texts are laid out, for people who never wrote Markdown. */
export function MarkdownHelp() {
  return (
    <Fold look="inset" summary={"Comment mettre en forme un texte\u202F?"}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        {examples.map(({ written, means }) => (
          <div key={means} className="contents">
            <dt>{means}</dt>
            <dd className="min-w-0">
              <code className="block whitespace-pre-wrap rounded bg-sunken px-2 py-1 text-sm">{written}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
