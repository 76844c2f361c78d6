import { ActionButton } from "#components/back-office/action-button";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { profileLabels } from "#lib/editorial/labels";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { registrationOriginLabels, registrationStatusLabels } from "#lib/registrations/labels";
import { isLive } from "#lib/registrations/rules";
import type { Registrant, RegistrantFilter } from "#lib/registrations/schema";
import type { RegistrationStatus } from "#prisma/enums";

/** What the team can do for one person. */
export type PersonActions = { cancel: FormAction; restore: FormAction; resend: FormAction };

const looks = {
  confirmed: "strong",
  offered: "need",
  waiting: "need",
  cancelled: "plain",
  expired: "plain",
} as const satisfies Record<RegistrationStatus, string>;

function stateWords({ status, position, offerExpiresAt }: Registrant): string {
  const label = registrationStatusLabels[status];
  if (position !== null) return `${label}, position\u00A0${position}`;
  return status === "offered" && offerExpiresAt ? `${label} jusqu’au ${formatTimestamp(offerExpiresAt)}` : label;
}

function presenceWords({ presentAt, presentMinutes }: Registrant): string | null {
  if (!presentAt) return null;
  return presentMinutes === null ? "Présence constatée" : `Présence\u00A0: ${presentMinutes}\u00A0min`;
}

/** What they wrote to the team. */
function Words({ person: { questions, accessNeeds, cancellationReason } }: { person: Registrant }) {
  const said = [
    ...questions.map((text): [string, string] => ["Question", text]),
    ...(accessNeeds ? [["Accessibilité", accessNeeds] as const] : []),
    ...(cancellationReason ? [["Motif d’annulation", cancellationReason] as const] : []),
  ];
  return said.map(([label, text]) => (
    <p key={label + text} className="max-w-prose whitespace-pre-wrap">
      <span className="font-semibold">{label}</span>
      {"\u00A0"}: {french(text)}
    </p>
  ));
}

type Props = {
  session: { id: string; startsAt: Date };
  person: Registrant;
  actions: PersonActions;
  /** Where to come back to. */
  filter: RegistrantFilter & { page: number };
  at: Date;
};

function Refused({ person: { mailId, mailError }, children }: { person: Registrant; children: React.ReactNode }) {
  if (!mailId) return null;
  return (
    <Notice look="danger" title="Le serveur de messagerie a refusé la confirmation.">
      <p className="mb-3">{mailError}</p>
      <div className="flex flex-wrap items-center gap-4">
        {children}
        <a href={paths.adminEdit("messages", mailId)} className="inline-flex min-h-11 items-center">
          Voir le message
        </a>
      </div>
    </Notice>
  );
}

/** One person registered for a session, and what can be done for them. @param at the present instant */
export function RegistrantPerson({ session, person, actions, filter, at }: Props) {
  const { id, status, email, profile, organisation, territory, origin, createdAt, anonymisedAt } = person;
  const name = `${person.firstName} ${person.lastName}`.trim();
  const who = [profileLabels[profile], organisation, territory].filter((word) => word !== null).map(french);
  const presence = presenceWords(person);
  const { page, ...kept } = filter;
  const back = Object.entries({ ...kept, page: String(page) }).filter((entry): entry is [string, string] => !!entry[1]);
  const values = { ...Object.fromEntries(back), webinarId: session.id, id };
  const open = !anonymisedAt && at < session.startsAt;
  return (
    <li id={id} className="wrap-anywhere grid gap-2 border-line border-t py-4 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{anonymisedAt ? "Personne anonymisée" : name}</span>
        <Tag look={looks[status]}>{stateWords(person)}</Tag>
        {presence && <Tag>{presence}</Tag>}
      </p>
      <Refused person={person}>
        <ActionButton action={actions.resend} values={values} label="Renvoyer" />
      </Refused>
      <p>{who.join(" · ")}</p>
      <Words person={person} />
      <p className="text-muted text-sm">
        {registrationOriginLabels[origin]}, le {formatTimestamp(createdAt)}
        {anonymisedAt && `. Anonymisée le ${formatTimestamp(anonymisedAt)}`}
      </p>
      {!anonymisedAt && (
        <p className="flex flex-wrap gap-x-5">
          <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center">
            {email}
          </a>
          <a
            href={paths.adminList("messages", { q: email })}
            aria-label={`Messages envoyés à ${name}`}
            className="inline-flex min-h-11 items-center"
          >
            Messages envoyés
          </a>
        </p>
      )}
      {open && isLive(status) && (
        <ActionButton
          action={actions.cancel}
          values={values}
          label="Oui, annuler et prévenir"
          look="danger"
          folded={{ summary: "Annuler cette inscription" }}
        >
          <p>La personne en est prévenue, et sa place est proposée à la première de la liste d’attente.</p>
        </ActionButton>
      )}
      {open && !isLive(status) && (
        <ActionButton action={actions.restore} values={values} label="Rétablir l’inscription" look="secondary" />
      )}
    </li>
  );
}
