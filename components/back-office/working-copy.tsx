import { ActionButton } from "#components/forms/action-button";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";

type Props = {
  copy: { at: Date; author: string | null };
  /** Whether the public reads something of the item. */
  online: boolean;
  /** Whether the item is nothing else. */
  alone: boolean;
  action: FormAction;
  posted: Readonly<Record<string, string>>;
};

/** What is written and not published, by whom, and how to give it up. */
export function WorkingCopy({ copy, online, alone, action, posted }: Props) {
  const whose = `${formatTimestamp(copy.at)}${copy.author ? `, ${copy.author}` : ""}`;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Tag look="doubt">{online ? "Modifications en attente" : "Brouillon"}</Tag>
        <span>Enregistré le {whose}.</span>
        {online && <span>Le public lit toujours la version en ligne.</span>}
      </p>
      <ActionButton
        action={action}
        values={{ ...posted, step: "discard" }}
        label={alone ? "Oui, jeter ce brouillon" : "Oui, abandonner"}
        look="danger"
        folded={{ summary: alone ? "Jeter ce brouillon" : "Abandonner les modifications" }}
      >
        <p>
          {alone
            ? "Ce brouillon quitte les listes."
            : "Ce qui a été écrit depuis la dernière publication quitte cette fiche, et reste dans son historique."}
        </p>
      </ActionButton>
    </>
  );
}
