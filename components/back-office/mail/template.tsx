import type { ReactNode } from "react";
import { BeforePublishing } from "#components/back-office/before-publishing";
import { DoneNotice } from "#components/back-office/done-notice";
import { EditForm } from "#components/back-office/edit-form";
import { WorkingCopy } from "#components/back-office/publication/working-copy";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import type { EditField, Shortcoming } from "#lib/edit-forms/schema";
import type { FormAction, FormValues } from "#lib/forms/state";
import { mailKindLabels, mailKindMoments } from "#lib/mail/labels";
import type { MailKind } from "#lib/mail/schema";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { quoted } from "#lib/platform/text";

export type MailTextProps = {
  /** Of the text: its kind, and its session if it has one. */
  name: string;
  origin: "webinar" | "common" | "file";
  ofWebinar: boolean;
  fields: readonly EditField[];
  values: FormValues;
  version: number;
  /** Names this opening of the form. */
  pen: string;
  /** The words that wait; null when none do. */
  copy: { at: Date; author: string | null } | null;
  /** What is wrong in them. */
  missing: readonly Shortcoming[];
  historyHref: string;
  /** Which opening of the form this is: each save makes a new one. */
  opening: string;
  actions: { save: FormAction; autosave: FormAction; reset: FormAction };
};

const origins = {
  webinar: "Ces mots sont ceux de cette séance.",
  common: "Ces mots sont ceux que l’équipe a choisis pour toutes les séances.",
  file: "Ces mots sont ceux du portail\u00A0: personne ne les a réécrits.",
};

function scopeWords(ofSession: boolean): string {
  return ofSession
    ? "Ce que vous publiez ici ne change que cette séance."
    : "Ce que vous publiez ici sert à toutes les séances qui n’ont pas leurs propres mots.";
}

export function MailTextForm({
  name,
  origin,
  ofWebinar,
  fields,
  values,
  version,
  pen,
  copy,
  missing,
  historyHref,
  opening,
  actions: { save, autosave, reset },
}: MailTextProps) {
  const editing = { autosave, pen, publishing: { state: "published" as const, scheduled: "", tells: false } };
  const isOwn = origin === (ofWebinar ? "webinar" : "common");
  return (
    <>
      <Notice title={origins[origin]}>
        <p>{scopeWords(ofWebinar)}</p>
        <p>
          <a href={historyHref} className="inline-flex min-h-11 items-center font-semibold">
            Historique
          </a>
        </p>
      </Notice>
      {copy && (
        <Panel title="Brouillon">
          <div className="grid gap-4">
            <WorkingCopy
              copy={copy}
              online
              meanwhile="Les messages partent encore avec le texte d’avant."
              action={save}
              posted={{ id: name, version: String(version) }}
            />
          </div>
        </Panel>
      )}
      <BeforePublishing missing={missing} />
      <EditForm
        key={opening}
        action={save}
        fields={fields}
        initial={values}
        id={name}
        version={version}
        editing={editing}
      />
      {isOwn && (
        <ActionButton
          action={reset}
          values={{ id: name, version: String(version) }}
          label={ofWebinar ? "Oui, revenir au texte commun" : "Oui, revenir au texte d’origine"}
          look="danger"
          folded={{ summary: ofWebinar ? "Revenir au texte commun" : "Revenir au texte d’origine" }}
        >
          <p>Les mots d’aujourd’hui restent dans l’historique.</p>
        </ActionButton>
      )}
    </>
  );
}

type Props = {
  kind: MailKind;
  text: MailTextProps;
  done: string | string[] | undefined;
  /** The message as its readers would have it. */
  children: ReactNode;
};

export function MailTextScreen({ kind, text, done, children }: Props) {
  return (
    <Screen
      title={mailKindLabels[kind]}
      parent={{ label: "Modèles des messages", href: paths.adminEdit("envois", "textes") }}
    >
      <DoneNotice done={done} />
      <p>{mailKindMoments[kind]}.</p>
      {children}
      <MailTextForm {...text} />
    </Screen>
  );
}

type ListProps = { texts: readonly { kind: MailKind; editedAt: Date | null }[] };

export function MailTextListScreen({ texts }: ListProps) {
  return (
    <Screen title="Modèles des messages" parent={{ label: "Envois", href: paths.adminList("envois") }}>
      <p>
        Ces mots servent à toutes les séances. Une séance peut avoir les siens{"\u00A0"}: ouvrez-la, puis{" "}
        {quoted("Messages")}.
      </p>
      <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
        {texts.map(({ kind, editedAt }) => (
          <li key={kind} className="border-line border-t py-3 first:border-t-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a
                href={paths.adminEdit("envois", `textes/${kind}`)}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {mailKindLabels[kind]}
              </a>
              {editedAt && <Tag>Réécrit le {formatTimestamp(editedAt)}</Tag>}
            </p>
            <p className="text-muted">{mailKindMoments[kind]}</p>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
