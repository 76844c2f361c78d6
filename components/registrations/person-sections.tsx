import { CycleForm, DetailsForm, EraseForm, RemindersForm } from "#components/registrations/person-forms";
import { LinkButton } from "#components/ui/button";
import { Facts } from "#components/ui/facts";
import { Section } from "#components/ui/section";
import { profileLabels } from "#lib/editorial/labels";
import type { FormAction } from "#lib/forms/state";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import type { RegistrationsView } from "#lib/registrations/schema";

/** How much is held about a person. */
export type HeldCounts = { registrations: number; questions: number; messages: number; subscriptions: number };

/** What can be done of everything under an address. */
export type PersonActions = Record<"details" | "reminders" | "leaveCycle" | "erase", FormAction>;

type Person = NonNullable<RegistrationsView["person"]>;
type Props = {
  person: Person;
  subscriptions: RegistrationsView["subscriptions"];
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
      <p className="my-4 text-muted">Pour changer d’adresse, inscrivez-vous avec la nouvelle, puis annulez ici.</p>
      <DetailsForm action={actions.details} token={token} person={person} />
    </Section>
  );
}

function Cycles({ subscriptions, token, actions }: Props) {
  if (!subscriptions.length) return null;
  return (
    <Section title="Tout le cycle" lead="Les nouvelles séances s’ajoutent d’elles-mêmes à vos inscriptions.">
      <ul className="grid gap-4">
        {subscriptions.map(({ slug, title }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <strong>{french(title)}</strong>
            <CycleForm action={actions.leaveCycle} token={token} cycle={slug} />
          </li>
        ))}
      </ul>
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
            ? "Nous vous écrivons une semaine, un jour et une heure avant chaque séance. Sans rappels, votre place reste à vous."
            : "Vous ne recevez plus de rappels. Votre place reste à vous."
        }
      >
        <RemindersForm action={actions.reminders} token={token} on={person.reminders} />
      </Section>
      <Cycles {...props} />
      <Data {...props} />
    </>
  );
}
