import type { ReactNode } from "react";
import { AddressForm, DetailsForm, EraseForm, LeaveCycleForm } from "#components/enrolment/person-forms";
import { ActionButton } from "#components/forms/action-button";
import { LinkButton } from "#components/ui/button";
import { Facts } from "#components/ui/facts";
import { Section } from "#components/ui/section";
import type { RegistrationsView } from "#lib/enrolment/page/schema";
import type { FormAction } from "#lib/forms/state";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

export type HeldCounts = { registrations: number; questions: number; messages: number; subscriptions: number };

export type PersonActions = Record<
  "details" | "address" | "reminders" | "followCycle" | "leaveCycle" | "erase",
  FormAction
>;

type Person = NonNullable<RegistrationsView["person"]>;
type Props = {
  person: Person;
  subscriptions: RegistrationsView["subscriptions"];
  followable: RegistrationsView["followable"];
  held: HeldCounts;
  token: string;
  actions: PersonActions;
};

function Details({ person, token, actions }: Props) {
  const facts = [
    { name: "Nom", value: `${person.firstName} ${person.lastName}` },
    { name: "Adresse", value: <span className="break-all">{person.email}</span> },
    { name: "Vous êtes", value: profileLabels[person.profile] },
    { name: "Organisation", value: person.organisation },
    { name: "Territoire", value: person.territory },
    { name: "Accessibilité", value: person.accessNeeds },
  ];
  return (
    <Section title="Vos informations">
      <Facts facts={facts} />
      <div className="mt-4 grid gap-4">
        <DetailsForm action={actions.details} token={token} person={person} />
        <AddressForm action={actions.address} token={token} />
      </div>
    </Section>
  );
}

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
    <Section title="Tout le cycle">
      {subscriptions.length > 0 && (
        <>
          <p className="mb-4">Les nouvelles séances s’ajoutent d’elles-mêmes à vos inscriptions.</p>
          <CycleRows cycles={subscriptions}>
            {(cycle) => <LeaveCycleForm action={actions.leaveCycle} token={token} cycle={cycle} />}
          </CycleRows>
        </>
      )}
      {followable.length > 0 && (
        <>
          <p className="my-4">Venez à toutes les séances à venir d’un cycle, et à celles qui s’y ajouteront.</p>
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
    </Section>
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

function Data({ person, subscriptions, held, token, actions }: Props) {
  return (
    <Section title="Vos données">
      <div className="grid gap-5">
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
      </div>
    </Section>
  );
}

/** What a link that was sent to an address also opens: who the person is, what they receive, what is held about them. */
export function PersonSections(props: Props) {
  const { person, token, actions } = props;
  return (
    <>
      <Details {...props} />
      <Section
        title="Vos rappels"
        lead={
          person.reminders
            ? "Nous vous écrivons une semaine, un jour et une heure avant chaque séance, puis pour votre avis. Sans ces messages, votre place reste à vous."
            : "Vous ne recevez plus de rappels, ni de demandes d’avis. Votre place reste à vous."
        }
      >
        <ActionButton
          action={actions.reminders}
          values={{ token, reminders: person.reminders ? "off" : "on" }}
          label={person.reminders ? "Ne plus recevoir de rappels" : "Recevoir de nouveau les rappels"}
          look="secondary"
        />
      </Section>
      <Cycles {...props} />
      <Data {...props} />
    </>
  );
}
