import { Screen } from "#components/back-office/screen";
import { Button, LinkButton } from "#components/ui/button";
import { Tag } from "#components/ui/tag";
import { profileLabels } from "#lib/editorial/labels";
import { formatDay, formatHours, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { registrationStatusLabels } from "#lib/registrations/labels";
import type { Profile, RegistrationStatus } from "#prisma/enums";

type Registrant = {
  id: string;
  status: RegistrationStatus;
  firstName: string;
  lastName: string;
  email: string;
  profile: Profile;
  organisation: string | null;
  territory: string | null;
  question: string | null;
  accessNeeds: string | null;
  createdAt: Date;
};

type Session = { id: string; title: string; startsAt: Date; durationMinutes: number; capacity: number | null };

const cell = "block py-0.5 align-top before:font-semibold md:table-cell md:px-3 md:py-3 md:before:content-none";
const heads = ["Personne", "Profil", "Question", "Accessibilité", "Inscription"];

function Row({ person }: { person: Registrant }) {
  const name = `${person.firstName} ${person.lastName}`.trim();
  const place = [person.organisation, person.territory].filter(Boolean).join(", ");
  return (
    <tr className="block border-line border-t py-4 first:border-t-0 md:table-row md:py-0">
      <th scope="row" className={`${cell} min-w-0 text-left font-normal`}>
        <span className="font-semibold">{name || "Personne anonymisée"}</span>
        {person.email && (
          <>
            <br />
            <a href={`mailto:${person.email}`} className="break-all">
              {person.email}
            </a>
          </>
        )}
      </th>
      <td className={cell}>
        {profileLabels[person.profile]}
        {place && (
          <>
            <br />
            <span className="text-muted">{french(place)}</span>
          </>
        )}
      </td>
      <td className={`${cell} whitespace-pre-wrap before:content-['Question_:_'] max-md:empty:hidden`}>
        {person.question}
      </td>
      <td className={`${cell} whitespace-pre-wrap before:content-['Accessibilité_:_'] max-md:empty:hidden`}>
        {person.accessNeeds}
      </td>
      <td className={cell}>
        <Tag look={person.status === "confirmed" ? "strong" : "plain"}>{registrationStatusLabels[person.status]}</Tag>
        <br />
        <span className="text-muted text-sm">le {formatTimestamp(person.createdAt)}</span>
      </td>
    </tr>
  );
}

/** Who is registered for a session, and the file of it. */
export function RegistrantsScreen({ session, people }: { session: Session; people: readonly Registrant[] }) {
  const confirmed = people.filter(({ status }) => status === "confirmed").length;
  const seats = session.capacity === null ? "sans limite de places" : counted(session.capacity, "place", "places");
  return (
    <Screen
      title={`Inscrits\u00A0: ${session.title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
      tools={
        <>
          <LinkButton href={paths.adminEdit("webinaires", session.id)} look="secondary">
            Modifier la séance
          </LinkButton>
          <form method="post" action={paths.adminRegistrantsCsv(session.id)}>
            <Button>Télécharger le fichier CSV</Button>
          </form>
        </>
      }
    >
      <p>
        <span className="inline-block first-letter:uppercase">
          {formatDay(session.startsAt)}, {formatHours(session.startsAt, session.durationMinutes)}
        </span>
        <br />
        {counted(confirmed, "inscription confirmée", "inscriptions confirmées")}, {seats}. Chaque téléchargement est
        inscrit au journal.
      </p>
      {people.length === 0 ? (
        <p>Personne ne s’est encore inscrit.</p>
      ) : (
        <div className="rounded-card border border-line bg-surface px-4 md:px-2">
          <table className="block w-full md:table">
            <caption className="sr-only">Personnes inscrites, les confirmées d’abord</caption>
            <thead className="sr-only md:not-sr-only md:table-header-group">
              <tr className="md:table-row">
                {heads.map((head) => (
                  <th key={head} scope="col" className="px-3 py-3 text-left">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="block md:table-row-group">
              {people.map((person) => (
                <Row key={person.id} person={person} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Screen>
  );
}
