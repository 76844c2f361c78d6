import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import {
  ACCEPTED_MEANS,
  fateWords,
  type MailFate,
  MailTag,
  mailKindWords,
  RefusalWords,
} from "#components/back-office/mail/state";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Facts } from "#components/ui/facts";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/forms/state";
import { formatShortDay, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Mail = MailFate & {
  id: string;
  kind: string;
  to: string;
  subject: string;
  lastError: string | null;
  stale: boolean;
  bouncedAt: Date | null;
  staleAt: Date | null;
  text: string;
  calendar: string | null;
  calendarMethod: string | null;
  registration: { id: string; webinar: { id: string; title: string; startsAt: Date } } | null;
};

type Props = {
  mail: Mail;
  retry: FormAction;
  /** Writes where the person stands again, with fresh links; null when they have no seat and wait for none. */
  resend: FormAction | null;
  leaves: boolean;
  done: string | string[] | undefined;
};

const STALE =
  "Ce message ne peut plus repartir\u00A0: un autre, plus récent, dit autre chose à cette personne, ou son adresse a été corrigée. Celui-ci ne serait plus vrai.";

const BOUNCED =
  "Un serveur l’avait accepté, puis il est revenu\u00A0: la boîte de cette personne n’existe pas, ou n’en veut pas. Ses liens personnels ne sont plus gardés, il ne peut pas repartir tel quel.";

function correctionLink({ registration, to }: Mail): ReactNode {
  if (!registration) return "écrivez autrement à la personne";
  const { id, webinar } = registration;
  return <a href={`${paths.adminWebinar(webinar.id, "inscrits", { q: to, corriger: id })}#${id}`}>corrigez-la</a>;
}

function Refused({ mail, retry, resend }: Pick<Props, "mail" | "retry" | "resend">) {
  return (
    <Notice
      look="danger"
      title={mail.bouncedAt ? "Ce message est revenu." : "Le serveur de messagerie a refusé ce message."}
    >
      <div className="mb-4">
        <RefusalWords mail={mail} />
      </div>
      {mail.stale ? (
        <>
          <p className="mb-4">{mail.bouncedAt ? BOUNCED : STALE}</p>
          {mail.bouncedAt && (
            <p className="mb-4">
              Si l’adresse est fausse{"\u00A0"}: {correctionLink(mail)}.
            </p>
          )}
          {resend && <ActionButton action={resend} values={{ id: mail.id }} label="Écrire de nouveau" />}
        </>
      ) : (
        <>
          <p className="mb-4">
            Si l’adresse est fausse, l’essayer de nouveau n’y changera rien{"\u00A0"}: {correctionLink(mail)}.
          </p>
          <ActionButton action={retry} values={{ id: mail.id }} label="Renvoyer ce message" />
        </>
      )}
    </Notice>
  );
}

function Again({ mail, resend }: { mail: Mail; resend: FormAction }) {
  return (
    <Panel title={"La personne n’a rien reçu\u202F?"}>
      <p className="mb-4">
        Les liens personnels d’un message parti ne sont pas gardés. Un nouveau message lui dira où en est son
        inscription, avec des liens neufs.
      </p>
      <ActionButton action={resend} values={{ id: mail.id }} label="Écrire de nouveau" look="secondary" />
    </Panel>
  );
}

const webinarLink = ({ registration }: Mail) =>
  registration && (
    <a href={paths.adminWebinar(registration.webinar.id, "inscrits")}>
      {french(registration.webinar.title)}, {formatShortDay(registration.webinar.startsAt)}
    </a>
  );

const attachment = ({ calendar }: Mail): string => (calendar ? "Un fichier d’agenda" : "Aucune");

export function MailScreen({ mail, retry, resend, leaves, done }: Props) {
  const { kind, status, to, subject, attempts, lastError, createdAt, sentAt, staleAt } = mail;
  return (
    <Screen title={subject} parent={{ label: "Envois", href: paths.adminList("envois") }}>
      <DoneNotice done={done} />
      {status === "failed" && <Refused mail={mail} retry={retry} resend={resend} />}
      <Panel title="Envoi">
        <Facts
          facts={[
            { name: "État", value: <MailTag status={status} /> },
            { name: "Suivi", value: fateWords(mail, leaves) },
            { name: "Message", value: mailKindWords(kind) },
            { name: "Séance", value: webinarLink(mail) },
            { name: "À", value: <span className="break-all">{to}</span> },
            { name: "Objet", value: subject },
            { name: "Écrit le", value: formatTimestamp(createdAt) },
            { name: "Accepté le", value: sentAt && formatTimestamp(sentAt) },
            { name: "Inutile après le", value: status === "queued" && staleAt ? formatTimestamp(staleAt) : null },
            { name: "Essais", value: attempts },
            { name: "Dernière réponse", value: status === "failed" ? null : lastError },
            { name: "Pièce jointe", value: attachment(mail) },
          ]}
        />
        <p className="mt-4 text-muted">{ACCEPTED_MEANS}</p>
      </Panel>
      {resend && status !== "queued" && !mail.stale && <Again mail={mail} resend={resend} />}
      <Panel title="Texte">
        <div className="wrap-anywhere whitespace-pre-wrap font-mono text-sm">{mail.text}</div>
      </Panel>
      {mail.calendar && (
        <Panel title="Fichier d’agenda">
          <div className="wrap-anywhere whitespace-pre-wrap font-mono text-sm">{mail.calendar}</div>
        </Panel>
      )}
    </Screen>
  );
}
