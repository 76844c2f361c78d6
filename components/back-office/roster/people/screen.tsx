import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { ACCEPTED_MEANS, RefusalWords } from "#components/back-office/mail/state";
import { AddressForm, ErasureForm, NameForm, SessionForm } from "#components/back-office/roster/people/acts";
import { PersonMails } from "#components/back-office/roster/people/mails";
import { PersonSeats, type SeatActions } from "#components/back-office/roster/people/seats";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { IfMayAct } from "#components/forms/may-act";
import { Button } from "#components/ui/button";
import { Facts } from "#components/ui/facts";
import { Fold } from "#components/ui/fold";
import { Notice } from "#components/ui/notice";
import type { FormAction } from "#lib/forms/state";
import { formatShortDay, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french, isolated, quoted } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import { NAMELESS } from "#lib/roster/people/labels";
import { NOTHING_TO_SEND } from "#lib/roster/person/labels";
import type { PersonFile } from "#lib/roster/person/schema";

type Actions = SeatActions & Record<"resend" | "rename" | "readdress" | "register" | "erase", FormAction>;

type Props = {
  person: PersonFile;
  /** What they chose to follow, in words. */
  follows: readonly string[];
  /** The sessions to come where they have no place. */
  sessions: readonly { id: string; title: string; startsAt: Date }[];
  actions: Actions;
  /** What else is known of them. */
  remarks: ReactNode;
  leaves: boolean;
  done: string | string[] | undefined;
  at: Date;
};

function Identity({ person, follows }: Pick<Props, "person" | "follows">) {
  const { identity, email, createdAt, newsletter, remindersOffAt, cycles, digest } = person;
  const asked = newsletter && `demandée le ${formatTimestamp(newsletter.at)}`;
  const state = digest && (digest.confirmedAt ? "confirmé" : "demandé, pas encore confirmé");
  return (
    <Facts
      facts={[
        { name: "Adresse", value: <a href={`mailto:${email}`}>{email}</a> },
        { name: "Profil", value: identity && profileLabels[identity.profile] },
        { name: "Organisation", value: identity?.organisation && isolated(french(identity.organisation)) },
        { name: "Territoire", value: identity?.territory && isolated(french(identity.territory)) },
        { name: "Connue depuis", value: formatShortDay(createdAt) },
        {
          name: "Lettre d’information",
          value: asked
            ? `${asked}${newsletter.notice ? `, en ces mots\u00A0: ${quoted(newsletter.notice)}` : ""}`
            : "non",
        },
        { name: "Rappels", value: remindersOffAt && `refusés le ${formatTimestamp(remindersOffAt)}` },
        { name: "Cycles suivis", value: cycles.map(({ title }) => french(title)).join(" · ") },
        { name: "Suit le portail", value: state && `${state}\u00A0: ${follows.map(french).join(" · ")}` },
      ]}
    />
  );
}

/** Whether what was last written to somebody reached their server: what is asked by who « received nothing ». */
function LastMail({ person, leaves }: Pick<Props, "person" | "leaves">) {
  const [last] = person.mails;
  if (person.heldSince)
    return (
      <Notice look="warning" title="Un message à cette personne attend.">
        <p>
          Elle en a reçu beaucoup en peu de temps, depuis le {formatTimestamp(person.heldSince)}. Il partira dès que
          rien ne se sera passé pendant dix minutes.
        </p>
      </Notice>
    );
  if (!last) return null;
  if (last.status === "failed" || last.bouncedAt)
    return (
      <Notice
        look="danger"
        title={last.bouncedAt ? "Son dernier message est revenu." : "Son dernier message est refusé."}
      >
        <RefusalWords mail={last} />
        <p>Vérifiez son adresse avec elle, corrigez-la plus bas, puis renvoyez ses liens.</p>
      </Notice>
    );
  if (last.status !== "queued" || leaves) return null;
  return <Notice look="warning" title="Aucun serveur de messagerie n’est réglé : ses messages attendent." />;
}

function Acts({ person, sessions, actions }: Pick<Props, "person" | "sessions" | "actions">) {
  const { id, email, identity } = person;
  const options = sessions.map(({ id: value, title, startsAt }) => ({
    value,
    label: `${formatShortDay(startsAt)} – ${french(title)}`,
  }));
  return (
    <div className="grid gap-3">
      {identity && options.length > 0 && <SessionForm action={actions.register} id={id} sessions={options} />}
      {identity && (
        <NameForm action={actions.rename} id={id} firstName={identity.firstName} lastName={identity.lastName} />
      )}
      <AddressForm action={actions.readdress} id={id} email={email} />
      <Fold look="inset" summary="Remettre ce que nous gardons d’elle">
        <form method="post" action={paths.adminEdit("personnes", `${id}/donnees.json`)} className="grid gap-4">
          <p>
            Un fichier avec tout ce que le portail garde d’elle, à lui remettre si elle le demande. Le téléchargement
            est inscrit au journal.
          </p>
          <p>
            <Button look="secondary">Télécharger le fichier</Button>
          </p>
        </form>
      </Fold>
      <ErasureForm action={actions.erase} id={id} />
    </div>
  );
}

export function PersonScreen({ person, follows, sessions, actions, remarks, leaves, done, at }: Props) {
  const { id, identity, seats, mails, mailCount, email } = person;
  return (
    <Screen
      title={identity ? isolated(`${identity.firstName} ${identity.lastName}`) : NAMELESS}
      parent={{ label: "Personnes", href: paths.adminList("personnes") }}
    >
      <DoneNotice done={done} />
      <LastMail person={person} leaves={leaves} />
      {seats.length > 0 ? (
        <ActionButton action={actions.resend} values={{ id }} label="Lui renvoyer ses liens" />
      ) : (
        <p className="text-muted">{NOTHING_TO_SEND}</p>
      )}
      <Panel title="Qui est-ce">
        <Identity person={person} follows={follows} />
      </Panel>
      <Panel title={`Séances (${seats.length})`}>
        <PersonSeats personId={id} seats={seats} actions={actions} at={at} />
      </Panel>
      <Panel title={`Messages (${mailCount})`}>
        <PersonMails mails={mails} total={mailCount} email={email} leaves={leaves} />
        <p className="mt-3 text-muted text-sm">{ACCEPTED_MEANS}</p>
      </Panel>
      {remarks}
      <IfMayAct>
        <Panel title="Agir">
          <Acts person={person} sessions={sessions} actions={actions} />
        </Panel>
      </IfMayAct>
    </Screen>
  );
}
