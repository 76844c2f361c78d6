import type { ReactNode } from "react";
import { Part } from "#components/enrolment/person-folds";
import { EraseForm, LeaveCycleForm } from "#components/enrolment/person-forms";
import { ActionButton } from "#components/forms/action-button";
import { LinkButton } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import type { RegistrationsView } from "#lib/enrolment/page/schema";
import type { FormAction } from "#lib/forms/state";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

export type HeldCounts = { registrations: number; questions: number; messages: number; subscriptions: number };

export type PersonActions = Record<
  "details" | "address" | "reminders" | "followCycle" | "leaveCycle" | "erase",
  FormAction
>;

type Props = {
  person: NonNullable<RegistrationsView["person"]>;
  subscriptions: RegistrationsView["subscriptions"];
  followable: RegistrationsView["followable"];
  token: string;
  actions: PersonActions;
};

type Cycle = RegistrationsView["subscriptions"][number];

function CycleRows({ cycles, children }: { cycles: Cycle[]; children: (cycle: Cycle) => ReactNode }) {
  return (
    <ul className="grid gap-6">
      {cycles.map((cycle) => (
        <li key={cycle.slug} className="grid justify-items-start gap-3">
          <strong>{french(cycle.title)}</strong>
          {children(cycle)}
        </li>
      ))}
    </ul>
  );
}

const addedWords = ({ added }: Cycle): string =>
  added === 0
    ? "Vous êtes déjà dans toutes ses séances à venir\u00A0: aucun message ne part, et celles qui s’y ajouteront vous seront réservées."
    : `${counted(added, "séance s’ajoute", "séances s’ajoutent")} à vos inscriptions, en un seul message avec un seul fichier d’agenda.`;

function Cycles({ subscriptions, followable, token, actions }: Props) {
  if (!subscriptions.length && !followable.length) return null;
  return (
    <Part title="Tout le cycle">
      {subscriptions.length > 0 && (
        <>
          <p>Les nouvelles séances s’ajoutent d’elles-mêmes à vos inscriptions.</p>
          <CycleRows cycles={subscriptions}>
            {(cycle) => <LeaveCycleForm action={actions.leaveCycle} token={token} cycle={cycle} />}
          </CycleRows>
        </>
      )}
      {followable.length > 0 && (
        <>
          <p>Venez à toutes les séances à venir d’un cycle, et à celles qui s’y ajouteront.</p>
          <CycleRows cycles={followable}>
            {(cycle) => (
              <>
                <p>{addedWords(cycle)}</p>
                <ActionButton
                  action={actions.followCycle}
                  values={{ token, cycle: cycle.slug }}
                  label="Suivre tout le cycle"
                  look="secondary"
                />
              </>
            )}
          </CycleRows>
        </>
      )}
    </Part>
  );
}

function heldWords({ registrations, questions, messages, subscriptions }: HeldCounts): string {
  const parts = [
    counted(registrations, "inscription", "inscriptions"),
    questions && counted(questions, "question", "questions"),
    subscriptions && counted(subscriptions, "cycle suivi", "cycles suivis"),
    messages && counted(messages, "message envoyé à votre adresse", "messages envoyés à votre adresse"),
  ].filter(Boolean);
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}` : String(parts[0]);
}

/** What is received, and the cycles that are followed. */
export function Followed(props: Props) {
  const { person, token, actions } = props;
  return (
    <>
      <Part title="Vos rappels">
        <p>
          {person.reminders
            ? "Nous vous écrivons une semaine, un jour et une heure avant chaque séance, puis pour votre avis. Sans ces messages, votre place reste à vous."
            : "Vous ne recevez plus de rappels, ni de demandes d’avis. Votre place reste à vous."}
        </p>
        <ActionButton
          action={actions.reminders}
          values={{ token, reminders: person.reminders ? "off" : "on" }}
          label={person.reminders ? "Ne plus recevoir de rappels" : "Recevoir de nouveau les rappels"}
          look="secondary"
        />
      </Part>
      <Cycles {...props} />
    </>
  );
}

/** What is held about a person, in a file, and its end. */
export function Data({
  person,
  subscriptions,
  held,
  token,
  actions,
}: Omit<Props, "followable"> & { held: HeldCounts }) {
  return (
    <Fold look="card" summary="Mes données">
      <p>
        Nous conservons sous votre adresse {heldWords(held)}. Tout sera anonymisé au plus tard{" "}
        {subscriptions.length ? (
          "six mois après la dernière séance du cycle suivi"
        ) : (
          <>
            le <strong>{formatShortDay(person.erasedOn)}</strong>
          </>
        )}
        . <a href={paths.page("donnees-personnelles")}>Vos droits en détail</a>
      </p>
      <div>
        <LinkButton href={paths.registrationExport(token)} look="secondary">
          Télécharger mes données (fichier JSON)
        </LinkButton>
      </div>
      <EraseForm action={actions.erase} token={token} />
    </Fold>
  );
}
