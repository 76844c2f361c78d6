import { DoneNotice } from "#components/back-office/done-notice";
import { control } from "#components/back-office/filter-select";
import { askedFields } from "#components/back-office/item-list";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { HiddenFields } from "#components/forms/hidden-fields";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { outcomeLabels } from "#lib/bulk/labels";
import { type ActGroup, type DoneChange, type Foreseen, MOST_AT_ONCE, type Selection } from "#lib/bulk/schema";
import type { FormAction } from "#lib/forms/state";
import type { ListQuery } from "#lib/items/schema";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french, quoted } from "#lib/platform/text";

type Props = {
  noun: EditorialNoun;
  query: ListQuery;
  selection: Selection;
  groups: readonly ActGroup[];
  /** Null while no act is chosen. */
  foreseen: { words: string; outcomes: readonly Foreseen[] } | null;
  changes: readonly DoneChange[];
  change: FormAction;
  undo: FormAction;
  done: string | string[] | undefined;
  /** How many items somebody had changed since, of a change that was just undone. */
  left: number;
};

const postedOf = ({ noun, query, selection }: Pick<Props, "noun" | "query" | "selection">) => ({
  ...askedFields(query),
  noun,
  ...(selection.toutes ? { toutes: "oui" } : { fiche: selection.fiche.join(" ") }),
});

function ActForm(props: Pick<Props, "noun" | "query" | "selection" | "groups">) {
  const { noun: _, ...asked } = postedOf(props);
  const { noun, selection, groups } = props;
  return (
    <form action={paths.adminEdit(cardOf(noun).section, "en-nombre")} className="grid gap-4">
      <HiddenFields values={asked} />
      <div>
        <label htmlFor="acte" className="mb-1 block font-semibold">
          Que faire
        </label>
        <select id="acte" name="acte" defaultValue={selection.acte} required className={control}>
          <option value="">Choisissez dans la liste</option>
          {groups.map(({ label, acts }) => (
            <optgroup key={label} label={label}>
              {acts.map(({ value, label: words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="raison" className="mb-1 block font-semibold">
          Pourquoi, pour un retrait que les lecteurs liront
        </label>
        <input id="raison" name="raison" maxLength={300} defaultValue={selection.raison ?? ""} className={control} />
      </div>
      <div>
        <Button look="secondary">Voir ce qui changerait</Button>
      </div>
    </form>
  );
}

function Outcome({ noun, foreseen }: { noun: EditorialNoun; foreseen: Foreseen }) {
  const { outcome, count, online, titles } = foreseen;
  const others = count - titles.length;
  return (
    <li>
      <p className="font-semibold">
        {outcomeLabels[outcome]}
        {"\u00A0"}: {counted(count, ...cardOf(noun).counted)}
        {outcome === "change" && online > 0 && `, dont ${online} en ligne\u00A0: le public le verra aussitôt`}
      </p>
      <p>
        {titles.map((title) => quoted(french(title))).join(", ")}
        {others > 0 && `, et ${counted(others, "autre", "autres")}`}
      </p>
    </li>
  );
}

function Preview(props: Pick<Props, "noun" | "query" | "selection" | "change"> & { foreseen: Props["foreseen"] }) {
  const { noun, selection, foreseen, change } = props;
  if (!foreseen) return null;
  const { words, outcomes } = foreseen;
  const changing = outcomes.find(({ outcome }) => outcome === "change")?.count ?? 0;
  return (
    <Panel title={words}>
      <div className="grid gap-4">
        <ul className="grid gap-3">
          {outcomes.map((one) => (
            <Outcome key={one.outcome} noun={noun} foreseen={one} />
          ))}
        </ul>
        {changing === 0 && <p>Rien ne changerait.</p>}
        {changing > MOST_AT_ONCE && (
          <p>
            Au plus {MOST_AT_ONCE} fiches changent en une fois{"\u00A0"}: les premières de la liste. Recommencez pour
            celles qui restent.
          </p>
        )}
        {changing > 0 && (
          <ActionButton
            key={selection.acte}
            action={change}
            values={{
              ...postedOf(props),
              acte: selection.acte,
              raison: selection.raison ?? "",
              shown: String(changing),
            }}
            label={`Changer ${counted(Math.min(changing, MOST_AT_ONCE), ...cardOf(noun).counted)}`}
          />
        )}
      </div>
    </Panel>
  );
}

function Changes({ noun, changes, undo }: Pick<Props, "noun" | "changes" | "undo">) {
  return (
    <Panel title="Derniers changements en nombre">
      <ul className="grid gap-4">
        {changes.map(({ id, words, count, at, author, undoneAt }) => (
          <li key={id} className="grid gap-2 border-line border-t pt-3 first:border-t-0 first:pt-0">
            <p className="font-semibold">
              {french(words)}
              {"\u00A0"}: {counted(count, ...cardOf(noun).counted)}
            </p>
            <p className="text-muted">
              {formatTimestamp(at)}
              {author && `, ${author}`}
              {undoneAt && `. Défait\u00A0: ${formatTimestamp(undoneAt)}`}
            </p>
            {!undoneAt && <ActionButton action={undo} values={{ noun, id }} label="Tout défaire" look="secondary" />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What can be done to several items of a list at once, what it would change, and what was done before. */
export function BulkScreen(props: Props) {
  const { noun, query, selection, changes, done, left } = props;
  const { menu, section, counted: words } = cardOf(noun);
  const { fiche, toutes } = selection;
  const chosen = toutes ? "Tout ce que la liste trouve" : counted(fiche.length, ...words);
  return (
    <Screen
      title={`${menu.label}\u00A0: agir en nombre`}
      parent={{ label: menu.label, href: paths.adminList(section, askedFields(query)) }}
    >
      <DoneNotice
        done={done}
        more={left > 0 ? `Restent comme elles sont, changées depuis\u00A0: ${counted(left, ...words)}.` : undefined}
      />
      {toutes || fiche.length > 0 ? (
        <Panel title={`Choix\u00A0: ${chosen}`}>
          <ActForm {...props} />
        </Panel>
      ) : (
        <Notice title="Rien n’est coché.">
          <p>Revenez à la liste, et cochez des fiches ou toutes celles qu’elle trouve.</p>
        </Notice>
      )}
      <Preview {...props} />
      {changes.length > 0 && <Changes {...props} />}
    </Screen>
  );
}
