import { ActionButton } from "#components/back-office/action-button";
import { Disclosure } from "#components/back-office/disclosure";
import { Panel } from "#components/back-office/screen";
import { StateTag } from "#components/back-office/state-tag";
import { publicationState } from "#lib/editorial/rules";
import type { EditorialNoun, EditorialState } from "#lib/editorial/schema";
import type { FormAction } from "#lib/forms/state";
import { wallClockInParis } from "#lib/platform/dates";

type Props = {
  noun: EditorialNoun;
  item: EditorialState;
  action: FormAction;
  publicHref: string;
  at: Date;
};

/** What the public sees of an item, and the buttons that change it. @param at the present instant */
export function PublicationPanel({ noun, item, action, publicHref, at }: Props) {
  const state = publicationState(item, at);
  const target = { noun, id: item.id };
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
        {state !== "published" && (
          <>
            <p className="text-muted">
              Enregistrez d’abord vos modifications{"\u00A0"}: c’est le texte enregistré qui paraît.
            </p>
            <ActionButton
              action={action}
              values={{ ...target, kind: "publish" }}
              label={state === "withdrawn" ? "Remettre en ligne" : "Publier maintenant"}
            />
            <Disclosure
              open={state === "scheduled"}
              summary={state === "scheduled" ? "Changer la date de publication" : "Programmer la publication"}
            >
              <ActionButton
                action={action}
                values={{ ...target, kind: "schedule" }}
                label="Programmer"
                look="secondary"
                instant={{ name: "at", label: "Date et heure de Paris", initial: scheduled }}
              />
            </Disclosure>
          </>
        )}
        {(state === "published" || state === "scheduled") && (
          <Disclosure summary="Retirer du site">
            <ActionButton
              action={action}
              values={{ ...target, kind: "withdraw" }}
              label="Oui, retirer du site"
              look="danger"
            >
              <p>
                Plus personne ne verra cette fiche sur le site. Rien n’est effacé{"\u00A0"}: vous pourrez la remettre en
                ligne quand vous voudrez.
              </p>
            </ActionButton>
          </Disclosure>
        )}
      </div>
    </Panel>
  );
}
