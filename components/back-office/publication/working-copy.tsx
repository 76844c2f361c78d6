import { ActionButton } from "#components/forms/action-button";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";

type Props = {
  copy: { at: Date; author: string | null };
  /** Whether the public reads something of the item. */
  online: boolean;
  /** Absent when the item is nothing else. */
  action?: FormAction | undefined;
  posted: Readonly<Record<string, string>>;
  /** What is still read while this waits. */
  meanwhile?: string;
};

const STILL = "Le public lit toujours la version en ligne.";

/** What is written and not published, by whom, and how to give it up. */
export function WorkingCopy({ copy, online, action, posted, meanwhile = STILL }: Props) {
  const whose = `${formatTimestamp(copy.at)}${copy.author ? `, ${copy.author}` : ""}`;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Tag look="doubt">{online ? "Modifications en attente" : "Brouillon"}</Tag>
        <span>Enregistré le {whose}.</span>
        {online && <span>{meanwhile}</span>}
      </p>
      {action && (
        <ActionButton
          action={action}
          values={{ ...posted, step: "discard" }}
          label="Oui, abandonner"
          look="danger"
          folded={{ summary: "Abandonner les modifications" }}
        >
          <p>Ce qui a été écrit depuis la dernière publication quitte cette fiche, et reste dans son historique.</p>
        </ActionButton>
      )}
    </>
  );
}
