import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { cardOf } from "#lib/nouns/cards";
import { formatShortDay, formatTimestamp } from "#lib/platform/dates";
import { counted, french } from "#lib/platform/text";
import { KEPT_DAYS, keptUntil, type Trashed } from "#lib/publication/trash/schema";

type Props = {
  trash: readonly Trashed[];
  restore: FormAction;
  remove: FormAction;
  done: string | string[] | undefined;
};

function Item({ item, restore, remove }: Pick<Props, "restore" | "remove"> & { item: Trashed }) {
  const { itemId, noun, title, at, author, sessions } = item;
  return (
    <Panel title={french(title)}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Tag>{noun === "cycle" ? "Cycle" : cardOf(noun).singular}</Tag>
          {sessions > 0 && <span>avec {counted(sessions, "séance", "séances")}</span>}
          <span>
            Jeté le {formatTimestamp(at)}
            {author ? `, ${author}` : ""}. Supprimé après le {formatShortDay(keptUntil(at))}.
          </span>
        </p>
        <ActionButton action={restore} values={{ id: itemId }} label="Reprendre" look="secondary" />
        <ActionButton
          action={remove}
          values={{ id: itemId }}
          label="Oui, supprimer pour toujours"
          look="danger"
          folded={{ summary: "Supprimer sans attendre" }}
        >
          <p>Le texte et son historique disparaissent. Personne ne pourra les reprendre.</p>
        </ActionButton>
      </div>
    </Panel>
  );
}

/** What was thrown away, and how to take it back. */
export function TrashScreen({ trash, restore, remove, done }: Props) {
  return (
    <Screen title="Corbeille">
      <DoneNotice done={done} />
      <p className="text-muted">
        {trash.length === 0
          ? "La corbeille est vide."
          : `Ce qui est ici n’a jamais été en ligne, et sera supprimé au bout de ${KEPT_DAYS} jours.`}
      </p>
      {trash.map((item) => (
        <Item key={item.itemId} item={item} restore={restore} remove={remove} />
      ))}
    </Screen>
  );
}
