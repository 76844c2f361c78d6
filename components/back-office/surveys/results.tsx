import { Panel, Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { meanWords, SurveyBars } from "#components/surveys/results";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { FEWEST_ANSWERS } from "#lib/surveys/rules";
import type { SurveyResults } from "#lib/surveys/schema";

function TooFew({ answers }: { answers: number }) {
  return (
    <Notice title={answers === 0 ? "Aucune réponse pour le moment." : `${counted(answers, "réponse", "réponses")}.`}>
      <p>
        Les résultats s’affichent à partir de {FEWEST_ANSWERS} réponses. En dessous, on pourrait deviner qui a répondu
        quoi, et le questionnaire promet l’anonymat. Il part après la séance, une fois par personne.
      </p>
    </Notice>
  );
}

function Suggestions({ suggestions }: { suggestions: readonly string[] }) {
  if (suggestions.length === 0) return <p>Personne n’a proposé de sujet.</p>;
  return (
    <>
      <p className="mb-4 text-muted">
        Par ordre alphabétique, et non d’arrivée{"\u00A0"}: l’ordre des réponses trahirait leurs auteurs.
      </p>
      <ul className="grid gap-3">
        {suggestions.map((suggestion) => (
          <li key={suggestion} className="whitespace-pre-wrap border-line border-l-4 pl-4">
            {french(suggestion)}
          </li>
        ))}
      </ul>
    </>
  );
}

type Props = { webinar: { id: string; title: string }; results: SurveyResults };

export function SurveyResultsScreen({ webinar, results: { answers, summary, suggestions } }: Props) {
  return (
    <Screen title={`Avis : ${webinar.title}`} parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}>
      <WebinarTabs id={webinar.id} current="avis" />
      {summary ? (
        <>
          <p>
            {counted(answers, "réponse", "réponses")}. Utilité moyenne{"\u00A0"}: <strong>{meanWords(summary)}</strong>.
            Les réponses sont anonymes{"\u00A0"}: rien ne dit qui les a données.
          </p>
          <Panel title="Les réponses">
            <SurveyBars summary={summary} />
          </Panel>
          <Panel title={"Quel sujet pour la suite\u202F?"}>
            <Suggestions suggestions={suggestions} />
          </Panel>
        </>
      ) : (
        <TooFew answers={answers} />
      )}
    </Screen>
  );
}
