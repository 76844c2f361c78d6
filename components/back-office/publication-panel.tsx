import type { ReactNode } from "react";
import { ThrowAway } from "#components/back-office/publication/throw-away";
import { WithdrawalForm } from "#components/back-office/publication/withdrawal-form";
import { Panel } from "#components/back-office/screen";
import { StateTag } from "#components/back-office/state-tag";
import { ActionButton } from "#components/forms/action-button";
import type { FormAction } from "#lib/forms/state";
import type { EditorialNoun } from "#lib/nouns/cards";
import { wallClockInParis } from "#lib/platform/dates";
import { publicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";

export type Use = { title: string; href: string };

type Props = {
  noun: EditorialNoun;
  item: EditorialState;
  action: FormAction;
  /** Which opening of the edit form stands beside it, so that what is typed there stays. */
  opening: string;
  publicHref: string;
  at: Date;
  /** What else happens once it is taken off the site. */
  withdrawal?: string | null | undefined;
  /** What leads to its page; absent when it has none to itself, of which nothing need be said. */
  uses?: readonly Use[] | undefined;
  /** Its form publishes and schedules by itself. */
  inForm?: boolean;
  children?: ReactNode;
};

export function PublicationPanel({
  noun,
  item,
  action,
  opening,
  publicHref,
  at,
  withdrawal,
  uses,
  inForm,
  children,
}: Props) {
  const state = publicationState(item, at);
  const posted = (kind: string) => ({ noun, id: item.id, opening, kind });
  const scheduled = state === "scheduled" && item.publishedAt ? wallClockInParis(item.publishedAt) : "";
  return (
    <Panel title="Publication">
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <StateTag row={item} at={at} />
          {state === "published" && (
            <a href={publicHref} className="inline-flex min-h-11 items-center font-semibold">
              Voir la page
            </a>
          )}
        </p>
        {children}
        {state !== "published" && !inForm && (
          <>
            <p className="text-muted">
              Enregistrez d’abord vos modifications{"\u00A0"}: c’est le texte enregistré qui paraît.
            </p>
            <ActionButton
              action={action}
              values={posted("publish")}
              label={state === "withdrawn" ? "Remettre en ligne" : "Publier maintenant"}
            />
            <ActionButton
              action={action}
              values={posted("schedule")}
              label="Programmer"
              look="secondary"
              instant={{ name: "at", label: "Date et heure de Paris", initial: scheduled }}
              folded={
                scheduled
                  ? { summary: "Changer la date de publication", open: true }
                  : { summary: "Programmer la publication" }
              }
            />
          </>
        )}
        {state === "published" && uses && <WithdrawalForm action={action} values={posted("withdraw")} uses={uses} />}
        {((state === "published" && !uses) || state === "scheduled") && (
          <ActionButton
            action={action}
            values={posted("withdraw")}
            label="Oui, retirer du site"
            look="danger"
            folded={{ summary: "Retirer du site" }}
          >
            <p>
              Plus personne ne verra cette fiche sur le site. Rien n’est effacé{"\u00A0"}: vous pourrez la remettre en
              ligne quand vous voudrez.
            </p>
            {withdrawal && <p className="mt-3 font-semibold">{withdrawal}</p>}
          </ActionButton>
        )}
        {state !== "published" && !(item.publishedAt && item.publishedAt <= at) && (
          <ThrowAway action={action} values={{ noun, id: item.id }} />
        )}
      </div>
    </Panel>
  );
}
