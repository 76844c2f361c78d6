import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { SearchSettingsForm } from "#components/back-office/search/settings-form";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import type { FruitlessSearch, TriedQuery } from "#lib/search/schema";

type Props = {
  lines: { synonyms: string; tests: string };
  shown: string;
  fruitless: readonly FruitlessSearch[];
  tried: readonly TriedQuery[];
  save: FormAction;
  search: { fait?: string | string[]; ouverture?: string | string[] };
};

function rankWords(rank: number | null): string {
  if (rank === null) return "absente des réponses";
  return rank === 1 ? "en tête" : `au rang ${rank}`;
}

function Fruitless({ searches }: { searches: readonly FruitlessSearch[] }) {
  if (searches.length === 0) return <p>Aucune recherche n’est restée sans réponse.</p>;
  return (
    <ul className="list-disc pl-5">
      {searches.map(({ words, count }) => (
        <li key={words}>
          <a href={paths.search({ q: words })}>{words}</a>
          {french(` : ${counted(count, "fois", "fois")}`)}
        </li>
      ))}
    </ul>
  );
}

export function SearchSettingsScreen({ lines, shown, fruitless, tried, save, search }: Props) {
  return (
    <Screen title="Recherche du site">
      <DoneNotice done={search.fait} />
      <Panel title="Restées sans réponse">
        <Fruitless searches={fruitless} />
      </Panel>
      <Panel title="Recherches d’essai">
        <ul className="list-disc pl-5">
          {tried.map(({ words, path, rank }) => (
            <li key={`${words} ${path}`}>
              <a href={paths.search({ q: words })}>{words}</a>
              {french(` : ${path} est ${rankWords(rank)}.`)}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Synonymes et essais">
        <SearchSettingsForm key={String(search.ouverture)} lines={lines} shown={shown} action={save} />
      </Panel>
    </Screen>
  );
}
