import type { ReactNode } from "react";
import { RefusalWords } from "#components/back-office/mail/state";
import { RegistrantAddressForm } from "#components/back-office/roster/address-form";
import { registrantsHref } from "#components/back-office/roster/filters";
import { SeatTag } from "#components/back-office/roster/people/seat-tag";
import { ActionButton } from "#components/forms/action-button";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { toldAnswers } from "#lib/form-fields/rules";
import type { FormField } from "#lib/form-fields/schema";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french, isolated } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import { registrationOriginLabels } from "#lib/roster/labels";
import type { Registrant, RegistrantFilter } from "#lib/roster/schema";
import { isLive } from "#lib/seats/rules";

export type PersonActions = Record<"cancel" | "restore" | "resend" | "correct", FormAction>;

/** What is asked for one person before it is done: the parameter of the list's address that names them. */
export const ASKED = ["annuler", "corriger"] as const;

function attendanceWords({ presentAt, presentMinutes }: Registrant): string | null {
  if (!presentAt) return null;
  return presentMinutes === null ? "Présence constatée" : `Présence\u00A0: ${presentMinutes}\u00A0min`;
}

function Words({ person, fields }: Pick<Props, "person" | "fields">) {
  const { questions, accessNeeds, cancellationReason, formAnswers } = person;
  const remarks = [
    ...toldAnswers(fields, formAnswers).map(({ label, answer }): [string, string] => [french(label), answer]),
    ...questions.map((text): [string, string] => ["Question", text]),
    ...(accessNeeds ? [["Accessibilité", accessNeeds] as const] : []),
    ...(cancellationReason ? [["Motif d’annulation", cancellationReason] as const] : []),
  ];
  return remarks.map(([label, text]) => (
    <p key={label + text} className="max-w-prose whitespace-pre-wrap">
      <span className="font-semibold">{label}</span>
      {"\u00A0"}: {french(text)}
    </p>
  ));
}

type Props = {
  webinar: { id: string; startsAt: Date };
  person: Registrant;
  /** What the form of the session asked of its own. */
  fields: readonly Pick<FormField, "id" | "label">[];
  actions: PersonActions;
  filter: RegistrantFilter & { page: number };
  asked: (typeof ASKED)[number] | undefined;
  at: Date;
};

const link = "inline-flex min-h-11 items-center";

function Refused({ person: { mailId, mailError }, children }: { person: Registrant; children: ReactNode }) {
  if (!mailId) return null;
  return (
    <Notice look="danger" title="Le serveur de messagerie a refusé la confirmation.">
      <div className="mb-3">
        <RefusalWords mail={{ status: "failed", lastError: mailError }} />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        {children}
        <a href={paths.adminEdit("envois", mailId)} className={link}>
          Voir le message
        </a>
      </div>
    </Notice>
  );
}

/** What the form of one person posts: who it is, and where on the list to come back to. */
function valuesOf({ webinar, person, filter: { page, ...filter } }: Props): Record<string, string> {
  const back = Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1]);
  return { ...Object.fromEntries(back), page: String(page), webinarId: webinar.id, id: person.id };
}

function GiveUp({ webinar, person, filter, children }: Props & { children: ReactNode }) {
  return (
    <a href={`${registrantsHref(webinar.id, filter, filter.page)}#${person.id}`} className={link}>
      {children}
    </a>
  );
}

function Correction(props: Props) {
  const { person, actions, asked } = props;
  if (asked !== "corriger" || person.anonymisedAt) return null;
  return (
    <Notice look="warning" title={"Corriger cette adresse\u202F?"}>
      <p className="mb-3">
        Toutes les inscriptions de cette personne suivront la nouvelle adresse, sans perdre leur place. Rien n’est écrit
        à l’ancienne, et les liens qui y sont partis ne s’ouvriront plus.
      </p>
      <RegistrantAddressForm action={actions.correct} values={valuesOf(props)} email={person.email}>
        <GiveUp {...props}>Non, garder</GiveUp>
      </RegistrantAddressForm>
    </Notice>
  );
}

function SeatChange(props: Props) {
  const { webinar, person, actions, asked, at } = props;
  if (person.anonymisedAt || webinar.startsAt <= at) return null;
  const values = valuesOf(props);
  if (!isLive(person.status))
    return <ActionButton action={actions.restore} values={values} label="Rétablir l’inscription" look="secondary" />;
  if (asked !== "annuler") return null;
  return (
    <Notice look="warning" title={"Annuler cette inscription\u202F?"}>
      <p className="mb-3">La personne en est prévenue, et sa place est proposée à la première de la liste d’attente.</p>
      <div className="flex flex-wrap items-center gap-4">
        <ActionButton action={actions.cancel} values={values} label="Oui, annuler et prévenir" look="danger" />
        <GiveUp {...props}>Non, garder</GiveUp>
      </div>
    </Notice>
  );
}

function Links({ webinar, person, filter, at }: Props) {
  const { id, personId, email, status } = person;
  const name = isolated(`${person.firstName} ${person.lastName}`);
  if (person.anonymisedAt) return null;
  const asking = (what: (typeof ASKED)[number]) =>
    `${paths.adminWebinar(webinar.id, "inscrits", { ...filter, [what]: id })}#${id}`;
  return (
    <p className="flex flex-wrap gap-x-5">
      <a href={`mailto:${email}`} className={link}>
        {email}
      </a>{" "}
      {personId && (
        <a
          href={paths.adminEdit("personnes", personId)}
          aria-label={`Voir la personne\u00A0: ${name}`}
          className={link}
        >
          Voir la personne
        </a>
      )}{" "}
      <a href={asking("corriger")} aria-label={`Corriger l’adresse\u00A0: ${name}`} className={link}>
        Corriger l’adresse
      </a>{" "}
      {isLive(status) && at < webinar.startsAt && (
        <a href={asking("annuler")} aria-label={`Annuler l’inscription\u00A0: ${name}`} className={link}>
          Annuler
        </a>
      )}
    </p>
  );
}

export function RegistrantPerson(props: Props) {
  const { person, actions } = props;
  const { id, profile, organisation, territory, origin, partner, createdAt, anonymisedAt } = person;
  const who = [profileLabels[profile], organisation, territory]
    .filter((word) => word !== null)
    .map((word) => isolated(french(word)));
  const attendance = attendanceWords(person);
  return (
    <li id={id} className="wrap-anywhere grid gap-1 border-line border-t py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="font-semibold">
          {anonymisedAt ? "Personne anonymisée" : `${person.firstName} ${person.lastName}`}
        </bdi>{" "}
        <SeatTag seat={person} />
        {attendance && <Tag>{attendance}</Tag>}
      </p>
      <Refused person={person}>
        <ActionButton action={actions.resend} values={valuesOf(props)} label="Renvoyer" />
      </Refused>
      <p>
        {who.join(" · ")}
        <span className="text-muted text-sm">
          {" "}
          · {registrationOriginLabels[origin]}
          {partner && ` · Par ${isolated(french(partner))}`}, le {formatTimestamp(createdAt)}
          {anonymisedAt && `. Anonymisée le ${formatTimestamp(anonymisedAt)}`}
        </span>
      </p>
      <Words {...props} />
      <Links {...props} />
      <Correction {...props} />
      <SeatChange {...props} />
    </li>
  );
}
